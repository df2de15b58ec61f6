import { ApplicationFailure, Context } from '@temporalio/activity';
import { setNeedsAttention } from '../records/application/applications.js';
import { type ArrivalWait, finishRefused, pendingActs } from '../records/application/intakes.js';
import { recordTransitions } from '../records/application/recordTransitions.js';
import { eventsAfter } from '../records/application/timeline.js';
import { policyVersion } from '../records/campaign/policyVersions.js';
import { listParkedLetters } from '../records/mail/claimLetters.js';
import { addReminder, markSkipped, unpark } from '../records/mail/outbox.js';
import type { ApplicationActivities } from './applicationActivities.js';
import { type DrainOptions, drainOutbox } from './drainOutbox.js';
import type { MailActivities } from './mailActivities.js';

export interface ActivityOptions extends DrainOptions {
  /** Called after letters were put into the outbox. Must not fail. */
  readonly wakeMailWorkflow: () => void;
}

// A local activity keeps its workflow from everything else: the regular one that follows it waits for as long as it takes.
const briefly: ArrivalWait = { patienceMs: 1_000, insist: false };
const fully: ArrivalWait = { patienceMs: 10_000, insist: true };

/** The effects of applications and mail, over one database and one mailer. */
export function createActivities(options: ActivityOptions): ApplicationActivities & MailActivities {
  const { database, wakeMailWorkflow } = options;
  const recordTransition: ApplicationActivities['recordTransition'] = async ({ applicationId, transition }) => {
    const { letters, instead } = await recordTransitions(database, applicationId, [transition]);
    if (letters > 0) wakeMailWorkflow();
    return instead;
  };
  return {
    recordTransition,
    recordDeadline: async ({ applicationId, transition }) => {
      const wait = Context.current().info.isLocal ? briefly : fully;
      const acts = await pendingActs(database, { applicationId, before: transition.at, wait });
      if (acts === null) throw ApplicationFailure.retryable('acts that arrived in time are still being registered');
      if (acts.length > 0) return { acts };
      const instead = await recordTransition({ applicationId, transition });
      return instead ? { acts, instead } : { acts };
    },
    transitionsAfter: async ({ applicationId, seq }) =>
      (await eventsAfter(database, { applicationId, seq })).map(({ transition }) => transition),
    recordReminder: async ({ applicationId, reminder }) => {
      if (await addReminder(database, applicationId, reminder)) wakeMailWorkflow();
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
