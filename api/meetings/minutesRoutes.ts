import { minutesPage } from '../../documents/pages/minutesPage.js';
import type { Database } from '../../records/database.js';
import { papersOf } from '../../records/meeting/ballots.js';
import { correctionsOf } from '../../records/meeting/meetingCorrections.js';
import { minutesSignature, signedMinutes } from '../../records/meeting/meetings.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { BallotFile, Minutes } from '../../rules/meeting/ballot/minutes.js';
import { minutesHashOf } from '../../rules/meeting/ballot/minutes.js';
import { isDisclosed, knowsPapers } from '../../rules/meeting/meetingLaw.js';
import { isCounted } from '../../rules/meeting/motionLaw.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { sendSigned } from '../proof/signedFile.js';
import { BallotFileAnswer, MinutesAnswer } from './answers.js';
import { buildMinutes } from './buildMinutes.js';
import { type MeetingAccess, meetingInPath, seesEverybody } from './meetingAccess.js';

const tag = '评审会议';
const path = '/api/meetings/{id}';

/** The minutes as data and as a page to be printed and archived, and a file of all ballots to be checked offline. */
export const minutesRoutes = [
  defineRoute({
    method: 'get',
    path: `${path}/minutes`,
    tag,
    summary: '会议纪要与更正',
    roles: 'signed in',
    subject: disclosedMeeting,
    answers: { 200: MinutesAnswer },
    handle: async ({ subject: access }, { db }) => {
      const { minutes, minutesHash } = await read(db, access);
      return { minutes, minutesHash, corrections: await corrections(db, access.meeting.id) };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/minutes.html`,
    tag,
    summary: '会议纪要，打印归档用',
    roles: 'signed in',
    subject: disclosedMeeting,
    answers: { 200: 'file' },
    handle: async ({ subject: access, response }, { db }) => {
      const { minutes, minutesHash } = await read(db, access);
      const { id, signedAt, signedBy } = access.meeting;
      const signer = access.seated.find(({ personId }) => personId === signedBy)?.name ?? signedBy;
      const signature = signedAt === null ? null : { name: signer ?? '', at: isoInBeijing(signedAt) };
      response
        .type('html')
        .send(minutesPage({ minutes, minutesHash, signature, corrections: await corrections(db, id) }));
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/export`,
    tag,
    summary: '导出，供离线核验',
    roles: 'signed in',
    subject: disclosedMeeting,
    answers: { 200: BallotFileAnswer },
    handle: async ({ subject: access, response }, { db, recordSigner }) => {
      const signed = await minutesSignature(db, access.meeting.id);
      if (signed === null || !knowsPapers(access.meeting.state, access.roles)) {
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
      const { minutes, minutesHash } = await read(db, access);
      const counted = minutes.motions.filter(({ state }) => isCounted(state));
      const papers: BallotFile['papers'][number][] = [];
      for (const { motionId } of counted) {
        const { ballots, receipts } = await papersOf(db, motionId);
        papers.push({ motionId, ballots, receipts });
      }
      const file: BallotFile = {
        format: 'pingshen-ballot-1',
        minutes,
        minutesHash,
        signed: { ...signed, at: isoInBeijing(signed.at) },
        papers,
      };
      await sendSigned(recordSigner, response, `ballot-${access.meeting.id}.json`, file);
    },
  }),
];

/** The meeting named in the path, for those who read its minutes, once the result is announced. @throws Problem */
async function disclosedMeeting(
  arrival: Parameters<typeof meetingInPath>[0],
  services: Pick<Deps, 'db'>,
): Promise<MeetingAccess> {
  const access = await meetingInPath(arrival, services);
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

/** The minutes as signed, or as they would be signed now. */
async function read(db: Database, access: MeetingAccess) {
  const signed = (await signedMinutes(db, access.meeting.id)) as Minutes | null;
  const minutes = signed ?? (await buildMinutes(db, access));
  return { minutes, minutesHash: minutesHashOf(minutes) };
}

async function corrections(db: Database, id: string) {
  const all = await correctionsOf(db, id);
  return all.map(({ ordinal, reason, prevHash, hash, madeAt }) => {
    return { ordinal, reason, prevHash, hash, madeAt: isoInBeijing(madeAt) };
  });
}
