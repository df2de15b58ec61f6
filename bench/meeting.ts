import { until } from '../ops/process/ports.js';
import { fillAgenda } from '../records/meeting/agenda.js';
import { convene } from '../records/meeting/meetings.js';
import { findMotion, motionsOf } from '../records/meeting/motions.js';
import { localDateOf } from '../rules/calendar/instant.js';
import { openPolicy } from '../simulation/hurried/campaign.js';
import { committee, seatCommittee, type VoterSeat } from '../simulation/hurried/seatedCommittee.js';
import { bareBallots } from './bare/bareBallots.js';
import type { Benchmark, Options } from './benchmark.js';
import { calendar } from './data/calendar.js';
import { unparkedInReview } from './data/inReview.js';
import { spreadOf } from './measure.js';
import { type Round, tablesOf } from './meetingTables.js';
import { costOfEach } from './processorTable.js';
import { onNewStacks } from './stack/onNewStacks.js';
import { openPool } from './stack/pool.js';
import { watchProcessors } from './stack/processes.js';
import { startDurablePostgres } from './stack/servers.js';
import type { Stack } from './stack/stack.js';
import { blindedRequest, paperMaker, sendJson } from './stack/votingClient.js';

const place = { policy: openPolicy, calendar, unitId: 'unit-0', departmentId: 'department-0' };

/** The secret ballot of a whole meeting. */
export const meeting: Benchmark = {
  about: 'ballots a second of a committee that votes all at once, and how long a count takes',
  counts: 'applications voted on',
  sizes: 'experts',
  defaults: { repeats: 1, count: 500, size: 25 },
  async run({ repeats, count, size, print }) {
    const what = `${count} applications, ${size} experts`;
    const { conditions, rounds } = await onNewStacks({ repeats, print }, what, async (stack): Promise<Round> => {
      const floor = await floorOf({ motions: count, voters: size });
      return { ...(await oneRound(stack, { count, size, print })), floor };
    });
    return { conditions, notes: notesOf({ repeats, count, size }), tables: tablesOf(rounds), raw: rounds };
  },
};

async function floorOf(requests: { readonly motions: number; readonly voters: number }): Promise<Round['floor']> {
  const postgres = await startDurablePostgres();
  const pool = openPool(postgres.url);
  try {
    const { durations, elapsed } = await bareBallots(pool, requests);
    return { perSecond: durations.length / (elapsed / 1000), vote: spreadOf(durations) };
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

interface TimedRequest {
  readonly count: number;
  readonly size: number;
  readonly print: (message: string) => void;
}

async function oneRound(stack: Stack, { count, size, print }: TimedRequest): Promise<Omit<Round, 'floor'>> {
  const { database, publicUrl, processes, dataDir } = stack;
  const seats = await seatCommittee(database, openPolicy.id, size);
  await unparkedInReview(database, place, count);
  const meetingId = await openMeeting(stack, seats);
  const [chair] = seats;
  const at = `${publicUrl}/api/meetings/${meetingId}`;
  const motions = await motionsOf(database.pool, meetingId);
  const times = { papers: [] as number[], ballots: [] as number[], opening: [] as number[], tally: [] as number[] };
  const timed = async <Answer>(name: keyof typeof times, work: () => Promise<Answer>) => {
    const began = performance.now();
    const answer = await work();
    times[name].push(performance.now() - began);
    return answer;
  };
  const processorTimes = watchProcessors(processes);
  let voting = 0;
  for (const [index, { id }] of motions.entries()) {
    if (index % 100 === 0) print(`${index} of ${count}`);
    const motionAt = `${at}/motions/${id}`;
    await timed('opening', () => sendJson(`${motionAt}/actions/open`, {}, chair?.key));
    const motion = await findMotion(database, id);
    if (!motion) throw new Error('the motion is not open');
    const makePapers = await paperMaker(dataDir, motion);
    const papers = seats.map(makePapers);
    const began = performance.now();
    await Promise.all(
      seats.map(async ({ key }, seat) => {
        await timed('papers', () => sendJson(`${motionAt}/tokens`, blindedRequest(), key));
        await timed('ballots', () => sendJson(`${publicUrl}/api/ballots/${id}`, papers[seat] ?? {}));
      }),
    );
    voting += performance.now() - began;
    await timed('tally', async () => {
      await sendJson(`${motionAt}/actions/close`, {}, chair?.key);
      if (
        !(await until(async () => (await findMotion(database, id))?.tally != null, { timeoutMs: 30_000, everyMs: 5 }))
      ) {
        throw new Error('a vote was not counted');
      }
    });
  }
  await checkCount(stack, meetingId, { count, size });
  const votes = count * size;
  return {
    perSecond: votes / (voting / 1000),
    papers: spreadOf(times.papers),
    ballots: spreadOf(times.ballots),
    opening: spreadOf(times.opening),
    tally: spreadOf(times.tally),
    cost: costOfEach(processorTimes(), votes),
  };
}

/** Convenes the meeting, signs all members in, and opens it as the chair. */
async function openMeeting({ database, publicUrl }: Stack, seats: readonly VoterSeat[]): Promise<string> {
  const at = Date.now();
  const heldOn = localDateOf(at);
  const meetingId = await convene(database.pool, {
    campaignId: openPolicy.id,
    committee,
    committeeName: '评审委员会',
    heldOn,
    begins: '09:30',
    place: '会议室',
    convenedBy: 'bench',
    at,
  });
  const specialties = openPolicy.specialties.map(({ code }) => code);
  await fillAgenda(database, { meetingId, campaignId: openPolicy.id, specialties, statuses: ['review'] });
  const meetingUrl = `${publicUrl}/api/meetings/${meetingId}`;
  for (const { key } of seats) await sendJson(`${meetingUrl}/attendance`, { present: true }, key, 'PUT');
  await sendJson(`${meetingUrl}/actions/open_session`, {}, seats[0]?.key);
  return meetingId;
}

/** Checks that every ballot was counted. @throws Error otherwise */
async function checkCount(
  { database }: Stack,
  meetingId: string,
  { count, size }: Pick<TimedRequest, 'count' | 'size'>,
): Promise<void> {
  const motions = await motionsOf(database.pool, meetingId);
  const wrong = motions.filter(({ tally }) => tally?.agree !== size);
  if (motions.length !== count || wrong.length > 0)
    throw new Error(`${wrong.length} of ${motions.length} votes are wrong`);
}

function notesOf({ repeats, count, size }: Omit<Options, 'print' | 'on'>) {
  return [
    `${count} applications, ${size} experts. One vote after the other is opened (two RSA-2048 keys are made); everybody ` +
      `asks for papers at once, which are signed blindly, and hands in at once; the chair closes, and the vote is counted. ` +
      `Ballots a second while people vote; opening and counting stand apart. Papers are made by the client with the ` +
      `motion's own keys, because blinding is a telephone's work. Floor: the rows of a vote (token, ballot, receipt) in ` +
      `two plain transactions a voter, as many at once, without signatures, HTTP or secrecy. Medians of ${repeats} repeats.`,
  ];
}
