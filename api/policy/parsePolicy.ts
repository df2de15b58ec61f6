import type { Policy } from '../../rules/policy/policy.js';
import { fieldErrors } from '../http/fieldErrors.js';
import { PolicyBody } from './policyBody.js';

/** A policy in JSON as the API takes it. @throws Error that names every wrong field, in both languages, where it is none */
export function parsePolicy(json: string): Policy {
  const { data, error } = PolicyBody.safeParse(JSON.parse(json));
  if (data) return data;
  throw new Error(
    fieldErrors(error)
      .map(({ field, message, messageEn }) => `${field}: ${message} / ${messageEn}`)
      .join('\n'),
  );
}
