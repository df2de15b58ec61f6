import { until } from '../ops/process/ports.js';
import { fillAgenda } from '../records/meeting/agenda.js';
import { convene } from '../records/meeting/meetings.js';
import { findMotion, motionsOf } from '../records/meeting/motions.js';
import { localDateOf } from '../rules/calendar/instant.js';
import { bareBallots } from './bare/bareBallots.js';
import type { Benchmark } from './benchmark.js';
import { calendar } from './data/calendar.js';
import { openPolicy } from './data/campaign.js';
import { unparkedInReview } from './data/inReview.js';
import { committee, seatCommittee, type VoterSeat } from './data/seatedCommittee.js';
import { median, medianSpread, type Spread, spreadOf } from './measure.js';
import type { Conditions } from './stack/machine.js';
import { openPool } from './stack/pool.js';
import { watchProcessors } from './stack/processes.js';
import { startDurablePostgres } from './stack/servers.js';
import { openStack, type Stack } from './stack/stack.js';
import { blindedRequest, paperMaker, sendJson } from './stack/votingClient.js';

const place = { policy: openPolicy, calendar, unitId: 'unit-0', departmentId: 'department-0' };

interface Round {
  readonly perSecond: number;
  readonly papers: Spread;
  readonly ballots: Spread;
  readonly opening: Spread;
  readonly tally: Spread;
  readonly floor: { readonly perSecond: number; readonly vote: Spread };
  /** Processor time of one vote by process, ms. */
  readonly cost: ReadonlyMap<string, number>;
}

/** The secret ballot of a whole meeting. */
export const meeting: Benchmark = {
  about: 'ballots a second of a committee that votes all at once, and how long a count takes',
  counts: 'applications voted on',
  sizes: 'experts',
  defaults: { repeats: 1, count: 500, size: 25 },
  async run({ repeats, count, size, print }) {
    const rounds: Round[] = [];
    let conditions: Conditions = [];
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const stack = await openStack();
      try {
        print(`repeat ${repeat} of ${repeats}: ${count} applications, ${size} experts`);
        const floor = await floorOf({ motions: count, voters: size });
        rounds.push({ ...(await oneRound(stack, { count, size, print })), floor });
        conditions = stack.conditions;
      } finally {
        await stack.close();
      }
    }
    return { conditions, notes: notesOf({ repeats, count, size }), tables: tablesOf(rounds), raw: rounds.map(plain) };
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
  const seats = await seatCommittee(database, size);
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
  await counted(stack, meetingId, { count, size });
  const votes = count * size;
  return {
    perSecond: votes / (voting / 1000),
    papers: spreadOf(times.papers),
    ballots: spreadOf(times.ballots),
    opening: spreadOf(times.opening),
    tally: spreadOf(times.tally),
    cost: new Map(Object.entries(processorTimes()).map(([name, ms]) => [name, ms / votes])),
  };
}

/** Convenes the meeting, signs all members in, and opens it as the chair. */
async function openMeeting({ database, publicUrl }: Stack, seats: readonly VoterSeat[]): Promise<string> {
  const at = Date.now();
  const heldOn = localDateOf(at);
  const meetingId = await convene(database, {
    campaignId: openPolicy.id,
    committee,
    committeeName: '评审委员会',
    heldOn,
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
async function counted(
  { database }: Stack,
  meetingId: string,
  { count, size }: Pick<TimedRequest, 'count' | 'size'>,
): Promise<void> {
  const motions = await motionsOf(database.pool, meetingId);
  const wrong = motions.filter(({ tally }) => tally?.agree !== size);
  if (motions.length !== count || wrong.length > 0)
    throw new Error(`${wrong.length} of ${motions.length} votes are wrong`);
}

function notesOf({
  repeats,
  count,
  size,
}: {
  readonly repeats: number;
  readonly count: number;
  readonly size: number;
}) {
  return [
    `${count} applications, ${size} experts. One vote after the other is opened (two RSA-2048 keys are made); everybody ` +
      `asks for papers at once, which are signed blindly, and hands in at once; the chair closes, and the vote is counted. ` +
      `Ballots a second while people vote; opening and counting stand apart. Papers are made by the client with the ` +
      `motion's own keys, because blinding is a telephone's work. Floor: the rows of a vote (token, ballot, receipt) in ` +
      `two plain transactions a voter, as many at once, without signatures, HTTP or secrecy. Medians of ${repeats} repeats.`,
  ];
}

function tablesOf(rounds: readonly Round[]) {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const spread = (name: 'papers' | 'ballots' | 'opening' | 'tally') => medianSpread(rounds.map((round) => round[name]));
  const row = (what: string, { p50, p95, p99 }: Spread) => [what, p50, p95, p99];
  const names = [...(rounds[0]?.cost.keys() ?? [])];
  return [
    {
      caption: 'Ballots a second',
      header: ['', 'ballots/s', 'share of the floor'],
      rows: [
        ['whole stack', of(({ perSecond }) => perSecond), of((round) => round.perSecond / round.floor.perSecond)],
        ['floor', of(({ floor }) => floor.perSecond), 1],
      ],
    },
    {
      caption: 'Milliseconds, everybody at once',
      header: ['', 'p50', 'p95', 'p99'],
      rows: [
        row('papers signed', spread('papers')),
        row('ballot handed in', spread('ballots')),
        row('floor: the rows of a vote', medianSpread(rounds.map(({ floor }) => floor.vote))),
        row('a vote opened', spread('opening')),
        row('a vote closed and counted', spread('tally')),
      ],
    },
    {
      caption: 'Processor time of a vote, ms',
      header: ['', ...names],
      rows: [['whole stack', ...names.map((name) => of(({ cost }) => cost.get(name) ?? Number.NaN))]],
    },
  ];
}

const plain = ({ cost, ...round }: Round) => ({ ...round, cost: Object.fromEntries(cost) });
