import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '../rules/refusal.js';
import { refusedType } from './application/messages.js';

/** The failure that carries a refusal to the caller. A plain Error would fail the workflow task for ever. */
export function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedType,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}
