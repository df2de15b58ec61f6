import { type RequestHandler, Router } from 'express';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { agendaOf } from '../../records/meeting/agenda.js';
import { papersOf } from '../../records/meeting/ballots.js';
import { meetingsOfMember } from '../../records/meeting/meetings.js';
import { motionsOf } from '../../records/meeting/motions.js';
import { seatedInvitations } from '../../rules/committee/seats.js';
import { knowsPapers } from '../../rules/meeting/meetingLaw.js';
import { isCounted, isUnderWay } from '../../rules/meeting/motionLaw.js';
import { callerOf } from '../accounts/caller.js';
import type { SecondFactors } from '../accounts/secondFactor.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { createSealer } from '../http/sealing.js';
import { attendanceRoute } from './attendanceRoute.js';
import type { BallotBox } from './ballotBox.js';
import { actsAsMember, meetingAccess } from './meetingAccess.js';
import { meetingActRoute } from './meetingActs.js';
import { meetingConsole } from './meetingConsole.js';
import { meetingLine, meetingView, visibleMotions } from './meetingView.js';
import { minutesRoutes } from './minutesRoutes.js';
import { motionActRoute, motionOf, noSuchMotion } from './motionActs.js';
import { type BlindSigner, KeyMaker } from './motionKeys.js';
import { motionLine, motionNow } from './motionView.js';
import { tokenRoute } from './tokenRoute.js';

export interface MeetingNeeds {
  readonly deps: Deps;
  readonly box: BallotBox;
  readonly signer: BlindSigner;
  readonly factors: SecondFactors;
}

/** `/api/meetings`: the room, its agenda, votes and minutes. */
export function meetingRoutes({ deps, box, signer, factors }: MeetingNeeds): Router {
  const { db, clock, dataDir } = deps;
  const keyMaker = new KeyMaker(createSealer(dataDir));
  const router = Router();

  router.get('/:id', async (request, response) => {
    const access = await meetingAccess(db, callerOf(response), request.params.id);
    const view = await meetingView(db, access);
    // Should the process that was counting have died, whoever looks goes on with it.
    if (view.current && isUnderWay(view.current.state)) box.watch(view.current.id);
    sendCacheable(request, response, view);
  });
  router.put('/:id/attendance', attendanceRoute({ db, clock }));
  router.post('/:id/actions/:event', meetingActRoute({ deps, factors }));

  router.get('/:id/motions', async (request, response) => {
    const access = await meetingAccess(db, callerOf(response), request.params.id);
    const all = await motionsOf(db.pool, access.meeting.id);
    const liveConsole = await meetingConsole(db, access, all);
    const motions = visibleMotions(liveConsole, access, all);
    const items = await agendaOf(db, [...new Set(motions.map(({ applicationId }) => applicationId))]);
    const lines = motions.map((motion) => motionLine(motion, items.get(motion.applicationId), { access, liveConsole }));
    sendCacheable(request, response, { items: lines });
  });
  router.get('/:id/motions/:motionId', async (request, response) => {
    const { access, liveConsole, motion } = await visible(request.params, response);
    const items = await agendaOf(db, [motion.applicationId]);
    const item = items.get(motion.applicationId);
    sendCacheable(request, response, await motionNow(db, { access, liveConsole, motion, item }));
  });
  router.get('/:id/motions/:motionId/papers', async (request, response) => {
    const { access, motion } = await visible(request.params, response);
    if (!isCounted(motion.state) || !knowsPapers(access.meeting.state, access.roles)) throw noSuchMotion();
    const { ballots, receipts } = await papersOf(db, motion.id);
    response.json({
      ballots: ballots.map(({ serial, choice }) => ({ serial, choice })),
      receipts: receipts.map(({ serial }) => serial),
      ballotsRoot: motion.ballotsRoot,
      receiptsRoot: motion.receiptsRoot,
    });
  });
  router.post('/:id/motions/:motionId/actions/:event', motionActRoute({ db, clock, box, keyMaker }));
  router.post('/:id/motions/:motionId/tokens', tokenRoute({ db, signer }));
  router.use('/:id', minutesRoutes({ db }));
  return router;

  async function visible({ id, motionId }: { id: string; motionId: string }, response: Parameters<typeof callerOf>[0]) {
    const access = await meetingAccess(db, callerOf(response), id);
    const motion = await motionOf(db, access.meeting.id, motionId);
    const liveConsole = await meetingConsole(db, access, motion ? [motion] : []);
    const [seen] = motion ? visibleMotions(liveConsole, access, [motion]) : [];
    if (!seen) throw noSuchMotion();
    return { access, liveConsole, motion: seen };
  }
}

/** `GET /api/me/meetings`: meetings of the committees the caller has a seat in, the last first. */
export function myMeetings({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (request, response) => {
    const caller = callerOf(response);
    const meetings = await meetingsOfMember(db, { personId: caller.personId, seated: seatedInvitations });
    const mine = meetings.filter(({ campaignId }) => actsAsMember(caller, campaignId));
    const campaigns = new Map(
      await Promise.all(
        [...new Set(mine.map(({ campaignId }) => campaignId))].map(
          async (id) => [id, await findCampaign(db, id)] as const,
        ),
      ),
    );
    const items = mine.flatMap((meeting) => {
      const campaign = campaigns.get(meeting.campaignId);
      return campaign ? [meetingLine({ meeting, campaign })] : [];
    });
    sendCacheable(request, response, { items });
  };
}
