import type { Database } from '../../records/database.js';
import { agendaOf } from '../../records/meeting/agenda.js';
import { countAgenda, isNamedIn, type Motion, motionUnderWay } from '../../records/meeting/motions.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { leadingWords } from '../../rules/meeting/leading.js';
import { decideMeeting, isAttended, meetingLaw, meetingRows } from '../../rules/meeting/meetingLaw.js';
import { refusalBody } from '../http/problem.js';
import { meetingCircumstances } from './circumstances.js';
import { isRecused, leaderIn, type MeetingRoom, mayLead, meetingParts, meetingRoom } from './meetingRoom.js';
import { motionNow } from './motionView.js';
import { type MeetingStanding, seesEverybody, seesMembers } from './standing.js';

const told = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

/** A meeting as a list tells it. */
export function meetingLine({ meeting, campaign }: Pick<MeetingStanding, 'meeting' | 'campaign'>) {
  const { id, campaignId, committee, committeeName, state, heldOn, minutesHash } = meeting;
  const { zh, en } = meetingLaw[state];
  return {
    id,
    campaignId,
    campaignTitle: campaign.title,
    committee,
    committeeName,
    state,
    heldOn,
    minutesHash,
    stateWords: { zh, en },
    openedAt: told(meeting.openedAt),
    closedAt: told(meeting.closedAt),
    announcedAt: told(meeting.announcedAt),
    signedAt: told(meeting.signedAt),
  };
}

/** The motions a caller knows of: a recused member's page, the chair's too, has no line of what they are recused from. */
export function visibleMotions(room: MeetingRoom, standing: MeetingStanding, motions: readonly Motion[]) {
  return motions.filter((motion) => !isRecused(room, standing, motion));
}

/** The meeting as its caller sees it: quorum for everybody in it, names for those who may know them. */
export async function meetingView(db: Database, standing: MeetingStanding) {
  const { meeting, campaign, seated, seat, roles } = standing;
  const underWay = await motionUnderWay(db.pool, meeting.id);
  const room = await meetingRoom(db, standing, underWay ? [underWay] : []);
  const circumstances = await meetingCircumstances(db.pool, standing, room.inRoom);
  const isPresent = (expertId: string) => room.inRoom.includes(expertId);
  const [current] = underWay ? visibleMotions(room, standing, [underWay]) : [];
  const agenda = current ? await agendaOf(db, [current.applicationId]) : null;
  const parts = meetingParts(standing, room.inRoom);
  const { present, fewest, quorum } = circumstances;
  return {
    ...meetingLine({ meeting, campaign }),
    roles,
    quorum: { committee: seated.length, present, fewest, met: quorum },
    me: seat && {
      isChair: seat.isChair,
      isDeputy: seat.isDeputy,
      present: isPresent(seat.expertId),
      mayAttend: isAttended(meeting.state),
      mayLead: await mayLeadSome(db, standing),
    },
    members: seesMembers(standing)
      ? seated.map(({ expertId, name, isChair, isDeputy }) => {
          return { expertId, name, isChair, isDeputy, present: isPresent(expertId) };
        })
      : null,
    agenda: seesEverybody(standing) ? await countAgenda(db.pool, meeting.id) : null,
    current: current
      ? await motionNow(db, { standing, room, motion: current, item: agenda?.get(current.applicationId) })
      : null,
    aside: roles.includes('chair') && underWay && !current ? asideFrom(room, standing, underWay) : null,
    actions: meetingRows(meeting.state)
      .filter(([, { who }]) => who.some((part) => parts.includes(part)))
      .map(([event, { zh, en }]) => {
        const outcome = decideMeeting(meeting.state, event, parts, circumstances);
        const refusal = 'code' in outcome ? refusalBody(outcome) : null;
        return { event, zh, en, allowed: refusal === null, refusal };
      }),
  };
}

/** What a chair sees of a vote they are recused from: that there is one, and as what somebody else leads it. */
function asideFrom(room: MeetingRoom, standing: MeetingStanding, motion: Motion) {
  const leader = leaderIn(room, standing, motion);
  return { by: leader?.as ?? null, words: leader === null ? null : leadingWords[leader.as] };
}

async function mayLeadSome(db: Database, standing: MeetingStanding): Promise<boolean> {
  const { seat, meeting } = standing;
  if (!seat || mayLead(standing, { namedExpert: null })) return seat !== null;
  return await isNamedIn(db.pool, { meetingId: meeting.id, expertId: seat.expertId });
}
