import { setNeedsAttention } from '../records/application/applications.js';
import { finishRefused, pendingActs } from '../records/application/intakes.js';
import { recordTransitions } from '../records/application/recordTransitions.js';
import { eventsAfter } from '../records/application/timeline.js';
import { policyVersion } from '../records/campaign/policyVersions.js';
import { addReminder, listParkedLetters, markSkipped, unpark } from '../records/mail/outbox.js';
import type { ApplicationActivities } from './applicationActivities.js';
import { type DrainOptions, drainOutbox } from './drainOutbox.js';
import type { MailActivities } from './mailActivities.js';

export interface ActivityOptions extends DrainOptions {
  /** Something was put into the outbox. Must not fail. */
  readonly wakeMailWorkflow: () => void;
}

/** Every effect the workflows rely on, over one database and one way out for mail. */
export function createActivities(options: ActivityOptions): ApplicationActivities & MailActivities {
  const { database, wakeMailWorkflow } = options;
  const record: ApplicationActivities['recordTransitions'] = async ({ applicationId, transitions }) => {
    const { letters, instead } = await recordTransitions(database, applicationId, transitions);
    if (letters > 0) wakeMailWorkflow();
    return instead;
  };
  return {
    recordTransitions: record,
    recordDeadline: async ({ applicationId, transition }) => {
      const acts = await pendingActs(database, { applicationId, before: transition.at });
      if (acts.length > 0) return { acts };
      const instead = await record({ applicationId, transitions: [transition] });
      return instead ? { acts, instead } : { acts };
    },
    transitionsAfter: async ({ applicationId, seq }) =>
      (await eventsAfter(database, { applicationId, seq })).map(({ transition }) => transition),
    pendingActs: (input) => pendingActs(database, input),
    recordReminder: async ({ applicationId, reminder: alert }) => {
      if (await addReminder(database, applicationId, alert)) wakeMailWorkflow();
    },
    refusePendingAct: async (input) => {
      await finishRefused(database, input);
    },
    setAttention: ({ applicationId: id, steps }) =>
      setNeedsAttention(database, { id, needsAttention: steps.length > 0 }),
    policyVersion: async (input) => (await policyVersion(database, input)).policy,
    pinnedVersion: (input) => policyVersion(database, input),
    retryMail: async ({ outboxId }) => {
      if (await unpark(database, outboxId)) wakeMailWorkflow();
      await listParkedLetters(database, outboxId);
    },
    skipMail: async ({ outboxId: id }) => {
      await markSkipped(database, { id, why: 'skipped by an operator' });
      await listParkedLetters(database, id);
    },
    drainOutbox: () => drainOutbox(options),
  };
}
