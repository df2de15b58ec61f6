import { agendaOf } from '../../records/agenda.js';
import { staysIn } from '../../records/attendances.js';
import type { Database } from '../../records/database.js';
import { countAgenda, type Motion, motionUnderWay } from '../../records/motions.js';
import { recusedExperts } from '../../records/recusals.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { decideMeeting, isAttended, meetingLaw, meetingRows } from '../../rules/meeting/meetingLaw.js';
import { problemBody, problemOf } from '../problem.js';
import { meetingCircumstances } from './circumstances.js';
import { motionNow } from './motionView.js';
import { type MeetingStanding, seesEverybody } from './standing.js';

const told = (instant: Instant | null) => (instant === null ? null : isoInBeijing(instant));

/** A meeting as a list tells it. */
export function meetingLine({ meeting, campaign }: Pick<MeetingStanding, 'meeting' | 'campaign'>) {
  const { id, campaignId, committee, committeeName, state, heldOn, minutesHash } = meeting;
  const { zh, en } = meetingLaw[state];
  return {
    ...{ id, campaignId, campaignTitle: campaign.title, committee, committeeName, state, heldOn, minutesHash },
    stateWords: { zh, en },
    openedAt: told(meeting.openedAt),
    closedAt: told(meeting.closedAt),
    announcedAt: told(meeting.announcedAt),
    signedAt: told(meeting.signedAt),
  };
}

/**
 * The motions a caller knows of: a recused member's page has no line of what they are recused from. The chair leads every
 * motion; of one they are recused from they get no papers.
 */
export async function visibleMotions(
  db: Database,
  { meeting, seat, roles }: MeetingStanding,
  motions: readonly Motion[],
): Promise<readonly Motion[]> {
  if (!seat || roles.includes('chair')) return motions;
  const applicationIds = [...new Set(motions.map(({ applicationId }) => applicationId))];
  const recused = await recusedExperts(db, { campaignId: meeting.campaignId, applicationIds });
  return motions.filter(({ applicationId }) => !recused.get(applicationId)?.has(seat.expertId));
}

/** The meeting as its caller sees it: quorum for everybody in it, names for those who may know them. */
export async function meetingView(db: Database, standing: MeetingStanding) {
  const { meeting, campaign, seated, seat, roles } = standing;
  const [circumstances, stays, underWay] = await Promise.all([
    meetingCircumstances(db.pool, standing),
    staysIn(db, meeting.id),
    motionUnderWay(db.pool, meeting.id),
  ]);
  const isPresent = (expertId: string) => stays.some((stay) => stay.expertId === expertId && stay.leftAt === null);
  const [current] = underWay ? await visibleMotions(db, standing, [underWay]) : [];
  const names = seesEverybody(standing);
  const agenda = current ? await agendaOf(db, [current.applicationId]) : null;
  const { present, fewest, quorum } = circumstances;
  return {
    ...meetingLine({ meeting, campaign }),
    roles,
    quorum: { committee: seated.length, present, fewest, met: quorum },
    me: seat && { isChair: seat.isChair, present: isPresent(seat.expertId), mayAttend: isAttended(meeting.state) },
    members: names
      ? seated.map(({ expertId, name, isChair }) => ({ expertId, name, isChair, present: isPresent(expertId) }))
      : null,
    agenda: names ? await countAgenda(db.pool, meeting.id) : null,
    current: current ? await motionNow(db, standing, current, agenda?.get(current.applicationId)) : null,
    actions: roles.includes('chair')
      ? meetingRows(meeting.state).map(([event, { zh, en }]) => {
          const outcome = decideMeeting(meeting.state, event, roles, circumstances);
          const refused = 'code' in outcome;
          return { event, zh, en, allowed: !refused, refusal: refused ? problemBody(problemOf(outcome)) : null };
        })
      : [],
  };
}
