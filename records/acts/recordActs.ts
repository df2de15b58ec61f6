import type { Answer } from '../../rules/application/act.js';
import { aheadOfClock, decide, isRefusal } from '../../rules/application/decide.js';
import type { IntakeOutcome } from '../../rules/application/intakeOutcomes.js';
import { dueTransition } from '../../rules/application/timers.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { concernsTurn } from '../../rules/defense/slotLaw.js';
import { letterRequestsOf } from '../../rules/notifications/transitionLetters.js';
import { amendedTo } from '../../rules/policy/amendedTo.js';
import type { Refusal } from '../../rules/refusal.js';
import { leadsToRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import { type ActRow, actOf } from '../application/actOf.js';
import { appendTransitions, type RecordedState, type Step } from '../application/appendTransition.js';
import { pinnedVersion } from '../application/pinnedPolicy.js';
import { keptPolicyVersion } from '../campaign/keptPolicyVersion.js';
import { recommendationAskedOf } from '../conferral/recommendationAskedOf.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { feesOf } from '../payment/feeCodes.js';

/** What became of registered acts that were recorded together. */
export interface RecordedActs {
  /**
   * Applications whose record has moved on, by these acts now or before, with the seq they brought: their workflows have to
   * follow.
   */
  readonly moved: readonly { readonly number: string; readonly seq: number }[];
  readonly letters: number;
  /** Intakes left for the applications' own workflows: something has to go before them, or a turn in a session depends on them. */
  readonly left: readonly string[];
}

// In one order, so that two that do this at once wait for each other and never in a circle. $1 ids of intakes.
const lock = {
  name: 'lock_acts',
  text: `SELECT FROM applications WHERE id IN (SELECT application_id FROM intakes WHERE id = ANY ($1::uuid[]))
         ORDER BY id FOR NO KEY UPDATE`,
};
// After the lock, so that it sees what was written by whom it has waited for.
const read = {
  name: 'read_acts',
  text: `
    SELECT intake.id AS intake, application.facts, application.last_hash AS "lastHash", application.number,
      application.campaign_id AS "campaignId", application.started_at IS NOT NULL AS started, pinned.version,
      intake.key, intake.event, intake.actor_role, intake.actor_id, intake.actor_scope,
      intake.received_at, intake.expected_seq, intake.data, intake.free_text_hash, intake.outcome, intake.answer,
      EXISTS (SELECT FROM record_checks WHERE kind = 'application' AND subject = application.id::text AND fault IS NOT NULL) AS broken,
      EXISTS (SELECT FROM intakes AS earlier WHERE earlier.application_id = application.id AND earlier.outcome IS NULL
        AND (earlier.received_at, earlier.id) < (intake.received_at, intake.id)
        AND NOT EXISTS (SELECT FROM events WHERE events.application_id = application.id AND events.key = earlier.key)) AS waits,
      EXISTS (SELECT FROM events WHERE events.application_id = application.id AND events.key = intake.key) AS recorded,
      EXISTS (SELECT FROM defense_slots AS slot WHERE slot.application_id = application.id AND slot.outcome IS NULL) AS turn
    FROM intakes AS intake JOIN applications AS application ON application.id = intake.application_id
    ${pinnedVersion('application')}
    WHERE intake.id = ANY ($1::uuid[])
    ORDER BY application.id, intake.received_at, intake.id`,
};
// $1 [{intake, answer}] or [{intake, refusal}].
const finish = {
  name: 'finish_acts',
  text: `UPDATE intakes SET outcome = CASE WHEN one->'refusal' IS NULL THEN 'done' ELSE 'refused' END,
           answer = one->'answer', refusal = one->'refusal', finished_at = clock_timestamp()
         FROM jsonb_array_elements($1::jsonb) AS one WHERE id = (one->>'intake')::uuid AND outcome IS NULL`,
};

interface Row extends RecordedState, ActRow {
  readonly intake: string;
  readonly outcome: IntakeOutcome | null;
  readonly answer: Answer | null;
  readonly number: string;
  readonly campaignId: string;
  readonly started: boolean;
  readonly version: number;
  /** Whether a check has found that its record does not hold. */
  readonly broken: boolean;
  /** Whether an act registered before it is still on its way. */
  readonly waits: boolean;
  readonly recorded: boolean;
  /** Whether a turn in a session waits for the application. */
  readonly turn: boolean;
}

type Judged = { readonly row: Row; readonly step: Step } | { readonly row: Row; readonly refusal: Refusal };

/**
 * Records registered acts of different applications in one transaction: rows locked in the order of their ids, each act
 * judged by what the record holds, and written with its letters and fees as if its application's own workflow had proposed it;
 * the intakes are finished with it. What needs more than that is left: an application with a deadline due or an act on its way
 * before this one, a turn in a session, a workflow that was never started, a record that does not hold, a second act of one
 * application. `now`: by the engine's clock, campaign time. Safe to repeat.
 */
export async function recordActs(
  database: Database,
  { intakes, now }: { readonly intakes: readonly string[]; readonly now: Instant },
): Promise<RecordedActs> {
  return await inTransaction(database, async (statements) => {
    await statements.query({ ...lock, values: [intakes] });
    const { rows } = await statements.query<Row>({ ...read, values: [intakes] });
    const judged: Judged[] = [];
    const taken = new Set<string>();
    for (const row of rows.filter(({ outcome }) => outcome === null)) {
      const { applicationId } = row.facts;
      const one = taken.has(applicationId) ? null : await judgedAlone(database, row, now);
      taken.add(applicationId);
      if (one) judged.push(one);
    }
    const steps = judged.flatMap((one) => ('step' in one ? [one.step] : []));
    await write(statements, steps);
    const outcomes = judged.map(finished);
    await statements.query({ ...finish, values: [JSON.stringify(outcomes)] });
    const answers = new Map(outcomes.map(({ intake, answer }) => [intake, answer]));
    return {
      moved: rows.flatMap(({ intake, number, answer }) => {
        const reached = answers.get(intake) ?? answer;
        return reached ? [{ number, seq: reached.seq }] : [];
      }),
      letters: steps.reduce((sum, { letterRequests }) => sum + letterRequests.length, 0),
      left: rows.flatMap(({ intake, outcome }) => (outcome === null && !answers.has(intake) ? [intake] : [])),
    };
  });
}

/** An act with its transition or refusal; null where it is not to be judged here. */
async function judgedAlone(database: Database, row: Row, now: Instant): Promise<Judged | null> {
  if (row.broken || row.waits || row.recorded || !row.started) return null;
  const act = actOf(row);
  const { facts, lastHash, campaignId } = row;
  const brought = amendedTo([act]);
  const { policy, calendar } = await keptPolicyVersion(database, {
    campaignId,
    version: brought?.version ?? row.version,
  });
  if (aheadOfClock(act.receivedAt, now) || dueTransition(facts, policy, calendar, act.receivedAt)) return null;
  const outcome = decide(facts, act, policy, calendar, now);
  if (isRefusal(outcome)) return { row, refusal: outcome };
  if (row.turn && concernsTurn(outcome)) return null;
  const asked = leadsToRecommendation(outcome)
    ? await recommendationAskedOf(database, { facts, policy }, outcome.at)
    : 'unit';
  const step: Step = {
    before: { facts, lastHash },
    transition: outcome,
    letterRequests: letterRequestsOf(outcome, asked, facts.deadlines),
    policy,
    knownFees: brought ? await feesOf(database, facts.applicationId) : null,
    started: true,
  };
  return { row, step };
}

async function write(statements: Statements, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const written = await appendTransitions(statements, steps);
  // The rows are locked: nobody else can have moved them.
  if (written.size !== steps.length) throw new Error(`${steps.length - written.size} moved while they were locked`);
}

function finished(one: Judged): { intake: string; answer?: Answer; refusal?: Refusal } {
  const { intake } = one.row;
  if ('refusal' in one) return { intake, refusal: one.refusal };
  const { to: status, seq } = one.step.transition;
  return { intake, answer: { status, seq } };
}
