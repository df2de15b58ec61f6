import { recusedExperts } from '../../records/committee/recusals.js';
import type { Database } from '../../records/database.js';
import { type PanelMember, panelsOf } from '../../records/defense/defensePanels.js';
import type { DefenseSession } from '../../records/defense/defenseSessions.js';
import { type DefenseSlot, slotsIn } from '../../records/defense/defenseSlots.js';
import { type ScoreSheet, sheetsIn } from '../../records/defense/scoreSheets.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { countedSheets, scorersOf, stillToScore } from '../../rules/defense/panel.js';
import type { SlotSnapshot } from '../../rules/defense/slotLaw.js';

/** One candidate's turn with everything that is known of its scoring. */
export interface SlotNow {
  readonly slot: DefenseSlot;
  /** Of the panel: who must not score this candidate, who does, and whose sheet has not come in. */
  readonly recused: ReadonlySet<string>;
  readonly scorers: readonly string[];
  readonly missing: readonly string[];
  /** The sheets that count so far, as the act of scoring takes them. */
  readonly counted: ReturnType<typeof countedSheets>;
  readonly sheets: readonly ScoreSheet[];
}
export interface SessionNow {
  readonly session: DefenseSession;
  readonly panel: readonly PanelMember[];
  readonly slots: readonly SlotNow[];
}

/** How sessions of one campaign stand, with panels, turns and sheets. */
export async function sessionsNow(db: Database, sessions: readonly DefenseSession[]): Promise<readonly SessionNow[]> {
  const ids = sessions.map(({ id }) => id);
  const [panels, slots, sheets] = await Promise.all([panelsOf(db, ids), slotsIn(db, ids), sheetsIn(db.pool, ids)]);
  const campaignIds = [...new Set(sessions.map(({ campaignId }) => campaignId))];
  const applicationIds = slots.map(({ applicationId }) => applicationId);
  const recusals = await Promise.all(
    campaignIds.map(
      async (campaignId) => [campaignId, await recusedExperts(db, { campaignId, applicationIds })] as const,
    ),
  );
  const recusedIn = new Map(recusals);
  return sessions.map((session) => {
    const panel = panels.filter(({ sessionId }) => sessionId === session.id);
    const experts = panel.map(({ expertId }) => expertId);
    return {
      session,
      panel,
      slots: slots
        .filter(({ sessionId }) => sessionId === session.id)
        .map((slot) => {
          const all = recusedIn.get(session.campaignId)?.get(slot.applicationId);
          const recused = new Set(experts.filter((expertId) => all?.has(expertId)));
          const own = sheets.filter(
            (sheet) => sheet.sessionId === session.id && sheet.applicationId === slot.applicationId,
          );
          const scorers = scorersOf(experts, recused);
          const receivedSheets = own.map(({ expertId, total, submittedAt }) => ({
            expertId,
            total: total ?? 0,
            submitted: submittedAt !== null,
          }));
          const missing = stillToScore(scorers, receivedSheets);
          return { slot, recused, scorers, missing, counted: countedSheets(scorers, receivedSheets), sheets: own };
        }),
    };
  });
}

/** How a turn stands, as the rules want it. */
export function slotSnapshot({ session }: SessionNow, { slot, missing, counted }: SlotNow, now: Instant): SlotSnapshot {
  const { startsAt, outcome } = slot;
  return { now, state: session.state, startsAt, outcome, submitted: counted.length, missing: missing.length };
}
