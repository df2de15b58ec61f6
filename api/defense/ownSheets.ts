import type { Campaign } from '../../records/campaign/campaigns.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { expertOf } from '../../records/committee/committeeMembers.js';
import type { Database } from '../../records/database.js';
import { findSession, sessionsOfExpert } from '../../records/defense/defenseSessions.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { scoringProblem } from '../../rules/defense/scoring.js';
import { announcedStates } from '../../rules/defense/sessionLaw.js';
import type { Refusal } from '../../rules/refusal.js';
import { type Caller, holds } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { problemBody, problemOf } from '../http/problem.js';
import { noSuchSession } from './sessionOf.js';
import { type SessionNow, type SlotNow, sessionsNow } from './sessionSnapshot.js';

/** A member of a panel with one of its candidates. */
export interface OwnTurn {
  readonly expertId: string;
  readonly campaign: Campaign;
  readonly now: SessionNow;
  readonly one: SlotNow;
}

/** Whether somebody still acts as an expert of a campaign. */
const judges = (caller: Caller, campaignId: string) =>
  holds(caller, 'expert', campaignId) || holds(caller, 'chair', campaignId);

/** The caller's turn with a candidate. @throws Problem `not_found` when they are in no such panel */
export async function ownTurn(
  db: Database,
  caller: Caller,
  { sessionId, applicationId }: { readonly sessionId: string | undefined; readonly applicationId: string | undefined },
): Promise<OwnTurn> {
  const [expertId, session] = await Promise.all([
    expertOf(db, caller),
    isUuid(sessionId) ? findSession(db, sessionId) : null,
  ]);
  const announced = announcedStates.some((state) => state === session?.state);
  if (!expertId || !session || !announced || !judges(caller, session.campaignId)) throw noSuchSession();
  const [[now], campaign] = await Promise.all([sessionsNow(db, [session]), findCampaign(db, session.campaignId)]);
  const one = now?.slots.find(({ slot }) => slot.applicationId === applicationId);
  const inPanel = now?.panel.some((member) => member.expertId === expertId);
  if (!now || !campaign || !one || !inPanel) throw noSuchSession();
  return { expertId, campaign, now, one };
}

/** Sessions whose panel the caller is in, with the candidates they score, without those they are recused from. */
export async function ownSessions(db: Database, caller: Caller): Promise<readonly Omit<OwnTurn, 'one'>[]> {
  const expertId = await expertOf(db, caller);
  if (expertId === null) return [];
  const sessions = await sessionsOfExpert(db, { expertId, states: announcedStates });
  const mine = await sessionsNow(
    db,
    sessions.filter(({ campaignId }) => judges(caller, campaignId)),
  );
  const campaigns = new Map<string, Campaign | null>();
  for (const { session } of mine) {
    if (!campaigns.has(session.campaignId)) {
      campaigns.set(session.campaignId, await findCampaign(db, session.campaignId));
    }
  }
  return mine.flatMap((now) => {
    const campaign = campaigns.get(now.session.campaignId);
    if (!campaign) return [];
    const slots = now.slots.filter(({ recused }) => !recused.has(expertId));
    return [{ expertId, campaign, now: { ...now, slots } }];
  });
}

/** Why the caller may not write their sheet now, or null. */
export function whyNot({ expertId, campaign, now, one }: OwnTurn, at: Instant): Refusal | null {
  const { startsAt, outcome } = one.slot;
  const own = one.sheets.find((sheet) => sheet.expertId === expertId);
  return scoringProblem(
    {
      now: at,
      state: now.session.state,
      startsAt,
      outcome,
      recused: one.recused.has(expertId),
      submitted: own !== undefined && own.submittedAt !== null,
    },
    campaign.policy,
  );
}

/** One candidate as a member of the panel sees them: their own sheet and nobody else's. */
export function ownSheetView(turn: OwnTurn, at: Instant) {
  const { expertId, one } = turn;
  const { applicationId, applicantName, unitName, level, ordinal, startsAt, outcome } = one.slot;
  const own = one.sheets.find((sheet) => sheet.expertId === expertId);
  const refusal = whyNot(turn, at);
  return {
    applicationId,
    applicantName,
    unitName,
    level,
    ordinal,
    startsAt: isoInBeijing(startsAt),
    outcome,
    points: own?.points ?? {},
    total: own?.total ?? null,
    submittedAt: own?.submittedAt ? isoInBeijing(own.submittedAt) : null,
    refusal: refusal && problemBody(problemOf(refusal)),
  };
}
