import type { Campaign } from '../../records/campaign/campaigns.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { formatScore, scoreOf, specialtyAverage } from '../../rules/defense/defenseScore.js';
import { eventsOf, sessionLaw } from '../../rules/defense/sessionLaw.js';
import { slotEvents, slotProblem } from '../../rules/defense/slotLaw.js';
import { uncited } from '../../rules/policy/clauses.js';
import { type SessionNow, type SlotNow, slotSnapshot } from './sessionSnapshot.js';

/** A session's line: what everybody who knows of it may know. */
export function sessionLine({ session }: Pick<SessionNow, 'session'>, { policy, title }: Campaign) {
  const { id, campaignId, specialty, room, startsAt, endsAt, minutes, state } = session;
  const { zh, en } = sessionLaw[state];
  return {
    id,
    campaignId,
    campaignTitle: title,
    specialty,
    room,
    minutes,
    state,
    specialtyName: policy.specialties.find(({ code }) => code === specialty)?.name ?? specialty,
    stateLabel: { zh, en },
    startsAt: isoInBeijing(startsAt),
    endsAt: isoInBeijing(endsAt),
  };
}

/** A session as the office sees it. Scores are shown once every member of the panel has submitted. */
export function sessionView(now: SessionNow, campaign: Campaign, at: Instant) {
  const { session, panel, slots } = now;
  const decimals = campaign.policy.reviewCommittee.scoreDecimals.value;
  const scored = slots.some(({ sheets }) => sheets.some(({ submittedAt }) => submittedAt !== null));
  const begun = scored || slots.some(({ slot }) => slot.outcome !== null);
  // A notification of an earlier revision named the wrong time or place.
  const unnotified = slots.filter(
    ({ slot }) => slot.outcome === null && slot.appointedRevision !== session.revision,
  ).length;
  const scores = slots.flatMap((one) => (one.slot.outcome === 'scored' ? (scoreOf(one.counted) ?? []) : []));
  const average = specialtyAverage(scores);
  return {
    ...sessionLine(now, campaign),
    revision: session.revision,
    cancelledReason: session.cancelledReason,
    actions: eventsOf({ state: session.state, begun, scored, unnotified }).filter(
      (event) => event === 'change' || event === 'publish' || event === 'move' || event === 'cancel',
    ),
    unnotified,
    panel: panel.map(({ expertId, name, leader }) => ({ expertId, name, leader })),
    average: average === null ? null : formatScore(average, decimals),
    slots: slots.map((one) => slotView(now, one, at, decimals)),
  };
}

function slotView(now: SessionNow, one: SlotNow, at: Instant, decimals: number) {
  const { slot, recused, scorers, missing, counted } = one;
  const { applicationId, applicantName, unitName, level, ordinal, startsAt, outcome } = slot;
  const nameOf = (id: string) => now.panel.find(({ expertId }) => expertId === id)?.name ?? '';
  const complete = missing.length === 0 && counted.length > 0;
  const score = complete ? scoreOf(counted) : null;
  const snapshot = slotSnapshot(now, one, at);
  return {
    applicationId,
    applicantName,
    unitName,
    level,
    ordinal,
    startsAt: isoInBeijing(startsAt),
    outcome,
    notified: slot.appointedRevision === now.session.revision,
    recused: [...recused].map(nameOf),
    scorers: scorers.length,
    submitted: counted.length,
    score: score === null ? null : formatScore(score, decimals),
    sheets: complete ? counted.map(({ expertId, points }) => ({ name: nameOf(expertId), total: points })) : null,
    actions: slotEvents.filter((event) => slotProblem(event, snapshot, uncited) === null),
  };
}
