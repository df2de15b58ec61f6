import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '../rules/refusal.js';
import { refusedType } from './application/messages.js';

/** A refusal on its way to the door. A plain Error would block the workflow task for ever. */
export function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedType,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}
