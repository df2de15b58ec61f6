import { Router } from 'express';
import { minutesPage } from '../../documents/pages/minutesPage.js';
import { papersOf } from '../../records/meeting/ballots.js';
import { correctionsOf } from '../../records/meeting/meetingCorrections.js';
import { signedMinutes } from '../../records/meeting/meetings.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { BallotFile, Minutes } from '../../rules/meeting/ballot/minutes.js';
import { minutesHashOf } from '../../rules/meeting/ballot/minutes.js';
import { isDisclosed, knowsPapers } from '../../rules/meeting/meetingLaw.js';
import { isCounted } from '../../rules/meeting/motionLaw.js';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { buildMinutes } from './buildMinutes.js';
import { type MeetingAccess, meetingAccess, seesEverybody } from './meetingAccess.js';

/** `/{id}/minutes` as data and as a page to be printed and archived, and `/{id}/export`, to be checked offline. */
export function minutesRoutes({ db }: Pick<Deps, 'db'>): Router {
  const router = Router({ mergeParams: true });

  router.get<'/minutes', { id: string }>('/minutes', async (request, response) => {
    const { minutes, minutesHash } = await read(await seen(request.params.id, response));
    response.json({ minutes, minutesHash, corrections: await corrections(request.params.id) });
  });
  router.get<'/minutes.html', { id: string }>('/minutes.html', async (request, response) => {
    const access = await seen(request.params.id, response);
    const { minutes, minutesHash } = await read(access);
    const { signedAt, signedBy } = access.meeting;
    const signer = access.seated.find(({ personId }) => personId === signedBy)?.name ?? signedBy;
    const signature = signedAt === null ? null : { name: signer ?? '', at: isoInBeijing(signedAt) };
    response
      .type('html')
      .send(minutesPage({ minutes, minutesHash, signature, corrections: await corrections(request.params.id) }));
  });
  router.get<'/export', { id: string }>('/export', async (request, response) => {
    const access = await seen(request.params.id, response);
    if (!knowsPapers(access.meeting.state, access.roles)) {
      throw new Problem(
        'event_not_allowed',
        {
          zh: '会议纪要签署后，方可导出核验文件。',
          en: 'The file for verification can be exported once the minutes are signed.',
        },
        {
          clause: '人社部令第40号（主任委员对评审结果签字确认）',
        },
      );
    }
    const { minutes, minutesHash } = await read(access);
    const counted = minutes.motions.filter(({ state }) => isCounted(state));
    const papers: BallotFile['papers'][number][] = [];
    for (const { motionId } of counted) {
      const { ballots, receipts } = await papersOf(db, motionId);
      papers.push({ motionId, ballots, receipts });
    }
    const file: BallotFile = { format: 'pingshen-ballot-1', minutes, minutesHash, papers };
    response.attachment(`ballot-${access.meeting.id}.json`).json(file);
  });
  return router;

  async function seen(id: string, response: Parameters<typeof callerOf>[0]): Promise<MeetingAccess> {
    const access = await meetingAccess(db, callerOf(response), id);
    if (!seesEverybody(access))
      throw new Problem('not_permitted', {
        zh: '会议纪要由主任委员、办事机构和监督查阅。',
        en: 'The minutes are read by the chair, the committee office and the supervisor.',
      });
    if (!isDisclosed(access.meeting.state)) {
      throw new Problem(
        'event_not_allowed',
        {
          zh: '主任委员宣布投票结果后，方可查阅会议纪要。',
          en: 'The minutes can be read once the chair has announced the result.',
        },
        {
          clause: '人社部令第40号（会议结束时由主任委员宣布投票结果）',
        },
      );
    }
    return access;
  }

  /** As signed, or as they would be signed now. */
  async function read(access: MeetingAccess) {
    const signed = (await signedMinutes(db, access.meeting.id)) as Minutes | null;
    const minutes = signed ?? (await buildMinutes(db, access));
    return { minutes, minutesHash: minutesHashOf(minutes) };
  }

  async function corrections(id: string) {
    const all = await correctionsOf(db, id);
    return all.map(({ ordinal, reason, prevHash, hash, madeAt }) => {
      return { ordinal, reason, prevHash, hash, madeAt: isoInBeijing(madeAt) };
    });
  }
}
