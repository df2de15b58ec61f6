import type { CampaignPaperInput } from '../../documents/paper/campaign/campaignInput.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import { conferredTitles, mostTitles } from '../../records/conferral/certificates.js';
import { findSanction } from '../../records/conferral/sanctionRegister.js';
import { panelsOf } from '../../records/defense/defensePanels.js';
import { findSession, sessionsOfCampaign } from '../../records/defense/defenseSessions.js';
import { slotsIn } from '../../records/defense/defenseSlots.js';
import { correctionsOf } from '../../records/meeting/meetingCorrections.js';
import { findMeeting, meetingsOf, signedMinutes } from '../../records/meeting/meetings.js';
import { resultCounts, resultsOnNotice } from '../../records/papers/campaignLists.js';
import { findPerson } from '../../records/people/people.js';
import { formatInstantZh, localDateOf } from '../../rules/calendar/instant.js';
import { hasAccepted, isSeated } from '../../rules/committee/seats.js';
import { isAnnounced, liveStates } from '../../rules/defense/sessionLaw.js';
import type { Minutes } from '../../rules/meeting/ballot/minutes.js';
import { isArranged, isSealed } from '../../rules/meeting/meetingLaw.js';
import { passedStatuses, resultNoticeStatuses } from '../../rules/papers/campaignPaperKinds.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import type { Deps } from '../deps.js';
import type { TitleHolders } from './titleHolders.js';

type Needed = Pick<Deps, 'db' | 'clock'>;
const unknown = { gender: '', birth: '', idNumber: '' };

/**
 * What the papers of a whole campaign are made of, as its record has it now. `people` are those who hold its titles, where the
 * paper says who they are.
 */
export async function campaignPaperInput(
  { db, clock }: Needed,
  campaign: Campaign,
  people: TitleHolders = new Map(),
): Promise<CampaignPaperInput> {
  const { id: campaignId, title, policy } = campaign;
  const by = localDateOf(await clock());
  const [onNotice, counts, meetings, titles, sessions, members] = await Promise.all([
    resultsOnNotice(db, { campaignId, statuses: resultNoticeStatuses, by }),
    resultCounts(db, { campaignId, passed: passedStatuses }),
    meetingsOf(db, campaignId),
    conferredTitles(db, { campaignId, unitId: null, limit: mostTitles }),
    plannedSessions(db, campaignId),
    seatedMembers(db, campaign),
  ]);
  const signed = meetings.filter(({ state }) => isSealed(state)).toReversed();
  return {
    campaignId,
    title,
    policy,
    onNotice,
    counts,
    meetings: signed.map(({ committeeName, heldOn }) => ({ committeeName, heldOn })),
    titles: titles
      .filter(({ revokedOn }) => revokedOn === null)
      .map(({ applicationId, name, unitName, specialty, level, track, number, conferredOn }) => ({
        name,
        ...(people.get(applicationId) ?? unknown),
        unitName,
        specialty,
        level,
        track,
        number,
        conferredOn,
      }))
      .toSorted((one, other) => placeOf(one).localeCompare(placeOf(other))),
    minutes: null,
    session: null,
    sanction: null,
    plan: {
      sessions,
      meetings: meetings
        .filter(({ state }) => isArranged(state))
        .toReversed()
        .map(({ committee, heldOn }) => ({ committee, heldOn })),
      members,
    },
  };
}

const placeOf = ({ specialty, level, number }: CampaignPaperInput['titles'][number]) =>
  [specialty, level, number].join('\n');

/** Sessions of the defense that are or were to be held, with how many hear and how many are heard. */
async function plannedSessions(db: Deps['db'], campaignId: string): Promise<CampaignPaperInput['plan']['sessions']> {
  const held = (await sessionsOfCampaign(db, campaignId)).filter(
    ({ state }) => liveStates.includes(state) || isAnnounced(state),
  );
  const ids = held.map(({ id }) => id);
  const [panels, slots] = await Promise.all([panelsOf(db, ids), slotsIn(db, ids)]);
  const countIn = (all: readonly { readonly sessionId: string }[], id: string) =>
    all.filter(({ sessionId }) => sessionId === id).length;
  return held.map(({ id, specialty, room, startsAt, endsAt }) => ({
    specialty,
    room,
    startsAt,
    endsAt,
    experts: countIn(panels, id),
    candidates: countIn(slots, id),
  }));
}

/** How many have taken their seat in each committee of a campaign, by its code. */
async function seatedMembers(db: Deps['db'], { id: campaignId, policy }: Campaign) {
  const counts = policy.reviewCommittee.committees.value.map(async ({ code }) => {
    const members = await membersOf(db, { campaignId, committee: code });
    return [code, members.filter((one) => isSeated(one) && hasAccepted(one)).length] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

const nothing = {
  onNotice: [],
  counts: [],
  meetings: [],
  titles: [],
  minutes: null,
  session: null,
  sanction: null,
  plan: { sessions: [], meetings: [], members: {} },
} as const;

/** What the papers of a meeting are made of: its signed minutes; null while they are not signed, or in another campaign. */
export async function meetingPaperInput(
  { db }: Pick<Needed, 'db'>,
  { id: campaignId, title, policy }: Campaign,
  meetingId: string,
): Promise<CampaignPaperInput | null> {
  const meeting = await findMeeting(db, meetingId);
  const minutes = (await signedMinutes(db, meetingId)) as Minutes | null;
  if (meeting?.campaignId !== campaignId || minutes === null || meeting.signedAt === null) return null;
  const { signedBy, signedAt, minutesHash } = meeting;
  const signer = signedBy === null ? null : await findPerson(db, signedBy);
  const corrections = await correctionsOf(db, meetingId);
  return {
    ...nothing,
    campaignId,
    title,
    policy,
    minutes: {
      text: minutes,
      hash: minutesHash ?? '',
      signer: signer?.name ?? '',
      signedAt,
      corrections: corrections.map(({ reason, madeAt }) => `${reason}（${formatInstantZh(madeAt)}）`),
    },
  };
}

/** What the papers of a session of the defense are made of; null where the campaign has no such session. */
export async function sessionPaperInput(
  { db }: Pick<Needed, 'db'>,
  { id: campaignId, title, policy }: Campaign,
  sessionId: string,
): Promise<CampaignPaperInput | null> {
  const session = await findSession(db, sessionId);
  if (session?.campaignId !== campaignId) return null;
  const [panel, slots] = await Promise.all([panelsOf(db, [sessionId]), slotsIn(db, [sessionId])]);
  const { specialty, room, startsAt, endsAt, minutes, criteria } = session;
  return {
    ...nothing,
    campaignId,
    title,
    policy,
    session: { specialty, room, startsAt, endsAt, minutes, criteria, panel, slots },
  };
}

/** What the notice of a sanction is made of; null while it is not confirmed, once it is lifted, or where it was entered in another campaign. */
export async function sanctionPaperInput(
  { db }: Pick<Needed, 'db'>,
  { id: campaignId, title, policy }: Campaign,
  sanctionId: string,
): Promise<CampaignPaperInput | null> {
  const sanction = await findSanction(db, sanctionId);
  if (sanction === null || (sanction.campaignId ?? campaignId) !== campaignId) return null;
  if (!barringStates.includes(sanction.state)) return null;
  const { certificateNumber, revokes, ...told } = sanction;
  const { subject, name, ground, basis, clause, decidedOn, startsOn, expiresOn, reason, responsible } = told;
  return {
    ...nothing,
    campaignId,
    title,
    policy,
    sanction: {
      subject,
      name,
      ground,
      basis,
      clause,
      decidedOn,
      startsOn,
      expiresOn,
      reason,
      revokedNumber: revokes ? certificateNumber : null,
      responsible,
    },
  };
}
