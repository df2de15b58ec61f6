import type { CampaignPaperInput } from '../../documents/paper/campaign/campaignInput.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { conferredTitles } from '../../records/conferral/certificates.js';
import { panelsOf } from '../../records/defense/defensePanels.js';
import { findSession } from '../../records/defense/defenseSessions.js';
import { slotsIn } from '../../records/defense/defenseSlots.js';
import { correctionsOf } from '../../records/meeting/meetingCorrections.js';
import { findMeeting, meetingsOf, signedMinutes } from '../../records/meeting/meetings.js';
import { resultCounts, resultsOnNotice } from '../../records/papers/campaignLists.js';
import { findPerson } from '../../records/people/people.js';
import { formatInstantZh, localDateOf } from '../../rules/calendar/instant.js';
import type { Minutes } from '../../rules/meeting/ballot/minutes.js';
import { isSealed } from '../../rules/meeting/meetingLaw.js';
import { passedStatuses, resultNoticeStatuses } from '../../rules/papers/campaignPaperKinds.js';
import type { Deps } from '../deps.js';

type Needed = Pick<Deps, 'db' | 'clock'>;
const limit = 5_000;

/** What the papers of a whole campaign are made of, as its record has it now. */
export async function campaignPaperInput({ db, clock }: Needed, campaign: Campaign): Promise<CampaignPaperInput> {
  const { id: campaignId, title, policy } = campaign;
  const by = localDateOf(await clock());
  const [onNotice, counts, meetings, titles] = await Promise.all([
    resultsOnNotice(db, { campaignId, statuses: resultNoticeStatuses, by }),
    resultCounts(db, { campaignId, passed: passedStatuses }),
    meetingsOf(db, campaignId),
    conferredTitles(db, { campaignId, unitId: null, limit }),
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
      .map(({ name, unitName, specialty, level, number, conferredOn }) => ({
        name,
        unitName,
        specialty,
        level,
        number,
        conferredOn,
      }))
      .toSorted((one, other) => placeOf(one).localeCompare(placeOf(other))),
    minutes: null,
    session: null,
  };
}

const placeOf = ({ specialty, level, number }: CampaignPaperInput['titles'][number]) =>
  [specialty, level, number].join('\n');

const nothing = { onNotice: [], counts: [], meetings: [], titles: [], minutes: null, session: null } as const;

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
