import { dueTransition } from '../../rules/application/timers.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { concernsTurn } from '../../rules/defense/slotLaw.js';
import { letterRequestsOf } from '../../rules/notifications/transitionLetters.js';
import { leadsToRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import { appendTransitions, type RecordedState, type Step } from '../application/appendTransition.js';
import { pinnedVersion } from '../application/pinnedPolicy.js';
import { keptPolicyVersion } from '../campaign/keptPolicyVersion.js';
import { recommendationAskedOf } from '../conferral/recommendationAskedOf.js';
import { type AskedAbout, sanctionedUntil } from '../conferral/sanctionedUntil.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';

/** What became of applications of which deadlines had come due. */
export interface RecordedDue {
  /** The due instant of each deadline recorded. */
  readonly recorded: readonly Instant[];
  readonly letters: number;
  /**
   * Numbers of applications left to their own workflows: an act that arrived in time is under way, or the deadline concerns a
   * turn in a defense session.
   */
  readonly left: readonly string[];
}

// Locked in one order, so that two that do this at once wait for each other and never in a circle.
const lock = {
  name: 'lock_due',
  text: 'SELECT FROM applications WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
};
// A statement of its own: it has to see the acts whose registration the lock has waited for.
const read = {
  name: 'read_due',
  text: `
    SELECT application.facts, application.last_hash AS "lastHash", application.number, pinned.version,
      EXISTS (SELECT FROM record_checks WHERE kind = 'application' AND subject = application.id::text AND fault IS NOT NULL) AS broken,
      (SELECT min(received_at) FROM intakes WHERE application_id = application.id AND outcome IS NULL
        AND NOT EXISTS (SELECT FROM events WHERE events.application_id = application.id AND events.key = intakes.key)) AS "pendingSince"
    FROM applications AS application ${pinnedVersion('application')}
    WHERE application.id = ANY ($1::uuid[]) ORDER BY application.id`,
};
const open = {
  name: 'open_marks',
  text: 'SELECT FROM arrival_marks WHERE mark < $1::timestamptz AND lease_until > clock_timestamp() LIMIT 1',
};

/** An application that is locked, and what its deadlines are judged by. */
interface Locked extends RecordedState {
  readonly number: string;
  readonly version: number;
  /** When the first act arrived that is neither finished nor recorded. */
  readonly pendingSince: Date | null;
}

/** Whether every API process has registered what arrived before an instant. */
export async function hasAllArrived({ pool }: Pick<Database, 'pool'>, before: Instant): Promise<boolean> {
  return (await pool.query({ ...open, values: [stored(before)] })).rowCount === 0;
}

/**
 * Records every deadline of some applications of one campaign that has come due by an instant, in one transaction: the rows
 * are locked in the order of their ids, each deadline is decided by what the record holds, closes the intake of acts for its
 * instant, and is written with its letters and what it does to fees, as if its own workflow had proposed it. An application
 * whose record does not hold is left alone. Call it once `hasAllArrived` is true, or has been waited for long enough.
 */
export async function recordDue(
  database: Database,
  { campaignId, ids, upTo }: { readonly campaignId: string; readonly ids: readonly string[]; readonly upTo: Instant },
): Promise<RecordedDue> {
  return await inTransaction(database, async (statements) => {
    await statements.query({ ...lock, values: [ids] });
    const { rows } = await statements.query<Locked & { readonly broken: boolean }>({ ...read, values: [ids] });
    const left: string[] = [];
    const recorded: Instant[] = [];
    let letters = 0;
    let locked: readonly Locked[] = rows.filter(({ broken }) => !broken);
    const stepOf = deciding(database, { campaignId, upTo });
    while (locked.length > 0) {
      const due: Due[] = [];
      for (const application of locked) {
        const step = await stepOf(application);
        if (step === null) continue;
        if (isLeft(application, step)) left.push(application.number);
        else due.push({ application, step });
      }
      locked = await write(statements, due);
      recorded.push(...due.map(({ step }) => step.transition.at));
      letters += due.reduce((sum, { step }) => sum + step.letterRequests.length, 0);
    }
    return { recorded, letters, left };
  });
}

interface Due {
  readonly application: Locked;
  readonly step: Step;
}

function isLeft({ pendingSince }: Locked, { transition }: Step): boolean {
  return (pendingSince !== null && pendingSince.getTime() < transition.at) || concernsTurn(transition);
}

/** Finds the next deadline of an application that has come due, or null. The sanctions of each unit are read once a day. */
function deciding(
  database: Database,
  { campaignId, upTo }: { readonly campaignId: string; readonly upTo: Instant },
): (application: Locked) => Promise<Step | null> {
  const known = new Map<string, ReturnType<typeof sanctionedUntil>>();
  const askOnce = (_: Database, about: AskedAbout) => {
    const key = `${about.on} ${about.unitId}`;
    const answer = known.get(key) ?? sanctionedUntil(database, about);
    known.set(key, answer);
    return answer;
  };
  return async ({ version, facts, lastHash }) => {
    const { policy, calendar } = await keptPolicyVersion(database, { campaignId, version });
    const transition = dueTransition(facts, policy, calendar, upTo);
    if (!transition) return null;
    const asked = leadsToRecommendation(transition)
      ? await recommendationAskedOf(database, { facts, policy }, transition.at, askOnce)
      : 'unit';
    const letterRequests = letterRequestsOf(transition, asked, facts.deadlines);
    // Whether its workflow runs is not known here, and the sweeper starts those that were not started.
    return { before: { facts, lastHash }, transition, letterRequests, started: false, policy, closesIntake: true };
  };
}

/** Writes one deadline of each; returns the applications as they are then. */
async function write(statements: Statements, due: readonly Due[]): Promise<readonly Locked[]> {
  if (due.length === 0) return [];
  const written = await appendTransitions(
    statements,
    due.map(({ step }) => step),
  );
  return due.map(({ application }) => {
    const after = written.get(application.facts.applicationId);
    // The row is locked: nobody else can have moved it.
    if (!after) throw new Error(`${application.number} moved while it was locked`);
    return { ...application, ...after };
  });
}
