import type { RepairName } from '../../../rules/application/lifecycle.js';
import { answer, api } from '../../api/client.js';

/** A parked step or letter, and how an operator's decision about it is sent. */
export interface Target {
  /** A number or a name that tells apart two lines with the same label. */
  readonly about: string;
  readonly description: string;
  /** Of the form and its button, where it is neither a retry nor a skip. */
  readonly title?: string;
  readonly send: (repair: RepairName, decided: { readonly key: string; readonly reason: string }) => Promise<unknown>;
}

/** A step of an application's workflow. */
export function stepTarget(step: {
  readonly applicationId: string;
  readonly number: string;
  readonly step: string;
  readonly description: string;
}): Target {
  const { applicationId, number, step: name, description } = step;
  return {
    about: number,
    description: description,
    send: (repair, { key, reason }) =>
      answer(
        api.POST(`/api/applications/{id}/actions/${repair}`, {
          params: { path: { id: applicationId }, header: { 'idempotency-key': key } },
          body: { step: name, reason },
        }),
      ),
  };
}

/** A letter of any kind. */
export function letterTarget({
  id,
  about,
  description,
}: Omit<Target, 'send'> & {
  /** Its id in the outbox. */
  readonly id: string;
}): Target {
  return {
    about,
    description,
    send: (repair, { key, reason }) =>
      answer(
        api.POST(`/api/operations/outbox/{id}/${repair}`, {
          params: { path: { id }, header: { 'idempotency-key': key } },
          body: { reason },
        }),
      ),
  };
}

/** Every parked step of the campaigns the operator runs; they can only be retried together. */
export function everyTarget(description: string): Target {
  return {
    about: '',
    description,
    send: (_repair, { key, reason }) =>
      answer(
        api.POST('/api/operations/parked/retry', {
          params: { header: { 'idempotency-key': key } },
          body: { reason },
        }),
      ),
  };
}

/** The workflow of an application, to be begun again from the record. */
export function workflowTarget(
  { applicationId, number }: { readonly applicationId: string; readonly number: string },
  title: string,
): Target {
  return {
    about: number,
    description: title,
    title,
    send: (_repair, { key, reason }) =>
      answer(
        api.POST('/api/operations/applications/{id}/rebuild', {
          params: { path: { id: applicationId }, header: { 'idempotency-key': key } },
          body: { reason },
        }),
      ),
  };
}

/** The name of a parked letter's step in the application's workflow. */
export const mailStepOf = (outboxId: string) => `mail:${outboxId}`;
