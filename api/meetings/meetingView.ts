import type { Database } from '../../records/database.js';
import { agendaOf } from '../../records/meeting/agenda.js';
import { countAgenda, isNamedIn, type Motion, motionUnderWay } from '../../records/meeting/motions.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { leadingLabels } from '../../rules/meeting/leading.js';
import { decideMeeting, isAttended, meetingLaw, meetingRows } from '../../rules/meeting/meetingLaw.js';
import { refusalBody } from '../http/problem.js';
import { meetingCircumstances } from './circumstances.js';
import { type MeetingAccess, seesEverybody, seesMembers } from './meetingAccess.js';
import { isRecused, leaderIn, type MeetingConsole, mayLead, meetingConsole, meetingParts } from './meetingConsole.js';
import { motionNow } from './motionView.js';

const reported = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

/** A meeting as it stands in a list. */
export function meetingLine({ meeting, campaign }: Pick<MeetingAccess, 'meeting' | 'campaign'>) {
  const { id, campaignId, committee, committeeName, state, heldOn, begins, place, minutesHash } = meeting;
  const { zh, en } = meetingLaw[state];
  return {
    id,
    campaignId,
    campaignTitle: campaign.title,
    committee,
    committeeName,
    state,
    heldOn,
    begins,
    place,
    minutesHash,
    stateLabel: { zh, en },
    openedAt: reported(meeting.openedAt),
    closedAt: reported(meeting.closedAt),
    announcedAt: reported(meeting.announcedAt),
    signedAt: reported(meeting.signedAt),
  };
}

/** The motions a caller knows of: a recused member's page, the chair's too, has no line of what they are recused from. */
export function visibleMotions(liveConsole: MeetingConsole, access: MeetingAccess, motions: readonly Motion[]) {
  return motions.filter((motion) => !isRecused(liveConsole, access, motion));
}

/** The meeting as its caller sees it: quorum for everybody in it, names for those who may know them. */
export async function meetingView(db: Database, access: MeetingAccess) {
  const { meeting, campaign, seated, seat, roles } = access;
  const underWay = await motionUnderWay(db.pool, meeting.id);
  const liveConsole = await meetingConsole(db, access, underWay ? [underWay] : []);
  const circumstances = await meetingCircumstances(db.pool, access, liveConsole.presentExperts);
  const isPresent = (expertId: string) => liveConsole.presentExperts.includes(expertId);
  const [current] = underWay ? visibleMotions(liveConsole, access, [underWay]) : [];
  const agenda = current ? await agendaOf(db, [current.applicationId]) : null;
  const parts = meetingParts(access, liveConsole.presentExperts);
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
      mayLead: await mayLeadSome(db, access),
    },
    members: seesMembers(access)
      ? seated.map(({ expertId, name, isChair, isDeputy }) => {
          return { expertId, name, isChair, isDeputy, present: isPresent(expertId) };
        })
      : null,
    agenda: seesEverybody(access) ? await countAgenda(db.pool, meeting.id) : null,
    current: current
      ? await motionNow(db, { access, liveConsole, motion: current, item: agenda?.get(current.applicationId) })
      : null,
    aside: roles.includes('chair') && underWay && !current ? asideFrom(liveConsole, access, underWay) : null,
    actions: meetingRows(meeting.state)
      .filter(([, { allowedRoles }]) => allowedRoles.some((part) => parts.includes(part)))
      .map(([event, { zh, en }]) => {
        const outcome = decideMeeting(meeting.state, event, parts, circumstances);
        const refusal = 'code' in outcome ? refusalBody(outcome) : null;
        return { event, zh, en, allowed: refusal === null, refusal };
      }),
  };
}

/** What a chair sees of a vote they are recused from: that there is one, and as what somebody else leads it. */
function asideFrom(liveConsole: MeetingConsole, access: MeetingAccess, motion: Motion) {
  const leader = leaderIn(liveConsole, access, motion);
  return { by: leader?.as ?? null, label: leader === null ? null : leadingLabels[leader.as] };
}

async function mayLeadSome(db: Database, access: MeetingAccess): Promise<boolean> {
  const { seat, meeting } = access;
  if (!seat || mayLead(access, { namedExpert: null })) return seat !== null;
  return await isNamedIn(db.pool, { meetingId: meeting.id, expertId: seat.expertId });
}
