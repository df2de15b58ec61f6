import type { Statements } from '../../records/database.js';
import { writeDefenseLetters } from '../../records/defense/defenseLetters.js';
import type { DefenseSession } from '../../records/defense/defenseSessions.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { moveProblem } from '../../rules/defense/moving.js';
import type { DefensePlan } from '../../rules/defense/plan.js';
import { uncited } from '../../rules/policy/clauses.js';

/**
 * Writes to the panel of an announced session that another plan takes the place of its own: those who stay, when time or
 * room are new; those who are no longer in it, that they need not come; those who come to it, when and where it is held.
 */
export async function notifyPanel(
  statements: Statements,
  given: {
    /** As it was. */
    readonly session: DefenseSession;
    /** The panel as it was. */
    readonly panel: readonly string[];
    readonly plan: Pick<DefensePlan, 'startsAt' | 'room' | 'panel' | 'applications'>;
    readonly reason: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { session, panel, plan, reason, at } = given;
  const was = { at: session.startsAt, room: session.room };
  const now = { at: plan.startsAt, room: plan.room };
  const revision = session.revision + 1;
  const stays = panel.filter((expertId) => plan.panel.includes(expertId));
  const comes = plan.panel.filter((expertId) => !panel.includes(expertId));
  const gone = panel.filter((expertId) => !plan.panel.includes(expertId));
  if (moveProblem(was, now, uncited) === null) {
    const detail = { at, session: { was, now, reason } };
    await writeDefenseLetters(statements, { session, to: stays, revision, kind: 'defense_moved', detail });
  }
  const announced = { at, announced: { ...now, candidates: plan.applications.length } };
  await writeDefenseLetters(statements, { session, to: comes, revision, kind: 'defense_announced', detail: announced });
  const left = { at, session: { was, now: null, reason } };
  await writeDefenseLetters(statements, { session, to: gone, revision, kind: 'defense_left', detail: left });
}
