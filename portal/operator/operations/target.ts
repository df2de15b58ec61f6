import { answer, api } from '../../api/client.js';

export type Repair = 'retry_step' | 'skip_step';

/** Something that was set aside, and how an operator's decision about it is sent. */
export interface Target {
  /** Of two lines that say the same, which one: a short id or a name. */
  readonly about: string;
  readonly description: string;
  readonly send: (repair: Repair, decided: { readonly key: string; readonly reason: string }) => Promise<unknown>;
}

/** A step of an application's workflow. */
export function stepTarget(step: {
  readonly applicationId: string;
  readonly step: string;
  readonly description: string;
}): Target {
  const { applicationId, step: name, description } = step;
  return {
    about: applicationId.slice(0, 8),
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

/** A letter, whatever it is about. */
export function letterTarget({
  id,
  about,
  description,
}: Omit<Target, 'send'> & {
  /** Its place in the outbox. */
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

/** What the workflow of an application calls a letter that was set aside. */
export const mailStepOf = (outboxId: string) => `mail:${outboxId}`;
