import { ApplicationFailure, Context } from '@temporalio/activity';
import { refusePendingAct } from '../records/acts/refusePendingAct.js';
import { type ArrivalWait, pendingActs } from '../records/application/intakes.js';
import { recordedApplication } from '../records/application/recordedApplication.js';
import { recordProposal } from '../records/application/recordProposal.js';
import { eventsAfter } from '../records/application/timeline.js';
import { keptPolicyVersion } from '../records/campaign/keptPolicyVersion.js';
import { recordReminder } from '../records/mail/recordReminder.js';
import { isDeadlines } from '../rules/application/timers.js';
import { type Alarm, genuinely } from './alarm.js';
import type { ApplicationActivities } from './applicationActivities.js';
import { type DrainOptions, drainOutbox } from './drainOutbox.js';
import type { MailActivities } from './mailActivities.js';
import { noteAttention } from './noteAttention.js';
import { mustHaveCome, mustKeepTime } from './time.js';

export interface ActivityOptions extends DrainOptions {
  /** Called after letters were put into the outbox. Must not fail. */
  readonly wakeMailWorkflow: () => void;
  readonly alarm: Alarm;
  /** Measures how long after its due instant a deadline was recorded, in seconds. */
  readonly deadlineLateness: { observe(seconds: number): void };
  /** Campaign time minus engine time in ms, by which every workflow has to go; null: each by its own. */
  readonly clockOffset: number | null;
}

// A local activity keeps its workflow from everything else: the regular one that follows it waits for as long as it takes.
const briefly: ArrivalWait = { patienceMs: 1_000, insist: false };
const fully: ArrivalWait = { patienceMs: 10_000, insist: true };

/** The effects of applications and mail, over one database and one mailer. */
export function createActivities(options: ActivityOptions): ApplicationActivities & MailActivities {
  const { database, wakeMailWorkflow, alarm, deadlineLateness, clockOffset } = options;
  const recordTransition: ApplicationActivities['recordTransition'] = async ({ applicationId, transition }) => {
    const { letters, instead } = await genuinely(alarm, transition.event, applicationId, () =>
      recordProposal(database, applicationId, transition),
    );
    if (letters > 0) wakeMailWorkflow();
    if (clockOffset !== null && !instead && isDeadlines(transition))
      deadlineLateness.observe((Date.now() + clockOffset - transition.at) / 1000);
    return instead;
  };
  return {
    recordedApplication: async (input) =>
      await genuinely(alarm, 'start', input.applicationId, async () => {
        mustKeepTime(input.clockOffset, clockOffset);
        return await recordedApplication(database, input);
      }),
    recordTransition,
    recordDeadline: async ({ applicationId, transition }) => {
      await genuinely(alarm, transition.event, applicationId, async () => mustHaveCome(transition.at, clockOffset));
      const wait = Context.current().info.isLocal ? briefly : fully;
      const acts = await pendingActs(database, { applicationId, before: transition.at, wait });
      if (acts === null) throw ApplicationFailure.retryable('acts that arrived in time are still being registered');
      if (acts.length > 0) return { acts };
      const instead = await recordTransition({ applicationId, transition });
      return instead ? { acts, instead } : { acts };
    },
    transitionsAfter: async ({ applicationId, seq }) =>
      (await eventsAfter(database, { applicationId, seq })).map(({ transition }) => transition),
    recordReminder: async (input) => {
      if (await recordReminder(database, input)) wakeMailWorkflow();
    },
    refusePendingAct: async (input) =>
      await genuinely(alarm, 'refuse_pending', input.applicationId, () => refusePendingAct(database, input)),
    setAttention: (input) => noteAttention(options, input),
    pinnedVersion: async (input) =>
      await genuinely(alarm, 'policy', input.campaignId, () => keptPolicyVersion(database, input)),
    drainOutbox: () => drainOutbox(options),
  };
}
