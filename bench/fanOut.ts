import { Client } from '@temporalio/client';
import { createDataConverter } from '../config/payloadCodec.js';
import { temporalEngine } from '../engine/engine.js';
import { until } from '../ops/process/ports.js';
import { openPolicy } from '../simulation/hurried/campaign.js';
import { bareOutcomes } from './bare/fanOutFloor.js';
import type { Benchmark } from './benchmark.js';
import { calendar } from './data/calendar.js';
import { parkInReview } from './data/inReview.js';
import { convenedMeeting, signMeeting } from './data/signedMeeting.js';
import { median } from './measure.js';
import { costOfEach, type ProcessorCost, processorTable } from './processorTable.js';
import { onNewStacks } from './stack/onNewStacks.js';
import { onOwnDatabase } from './stack/onOwnDatabase.js';
import { watchProcessors } from './stack/processes.js';
import type { Stack } from './stack/stack.js';
import { verdict } from './table.js';

const longest = 20 * 60_000;
/** Outcomes a second. */
const WANTED = 300;
const tally = { committee: 11, attending: 11, recused: 0, agree: 8, disagree: 3, abstain: 0 };
const place = { policy: openPolicy, calendar, unitId: 'unit-0', departmentId: 'department-0' };

interface Round {
  readonly perSecond: number;
  /** Processor time of one outcome by process, ms. */
  readonly cost: ProcessorCost;
}

/** How fast the outcomes of a meeting reach the applications. */
export const fanOut: Benchmark = {
  about: 'outcomes a second to applications parked for the meeting, beside the same rows in plain PostgreSQL',
  counts: 'applications the meeting decided on',
  defaults: { repeats: 2, count: 2000, size: 0 },
  async run({ repeats, count, print }) {
    const what = `${count} applications`;
    const { conditions, rounds } = await onNewStacks({ repeats, print }, what, (stack) => oneRound(stack, count));
    const floors: number[] = [];
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      print(`repeat ${repeat} of ${repeats}: the floor`);
      floors.push(await onOwnDatabase((database) => bareOutcomes(database, place, count)));
    }
    const [perSecond, floor] = [median(rounds.map((round) => round.perSecond)), median(floors)];
    return {
      conditions,
      notes: [
        `${count} applications wait for the meeting, each in its workflow; the chair has signed. From the campaign's ` +
          `record of the signature to the last application's event, by PostgreSQL's clock. Floor: for each of as many ` +
          `applications on a server of its own the same rows (intake, event, projection, letters, the intake's end) through the same ` +
          `statements, without an engine, 16 at once. Medians of ${repeats} repeats, on new servers for each.`,
      ],
      tables: [
        {
          caption: 'Outcomes a second',
          header: ['', 'outcomes/s', 'wanted', 'share of the floor'],
          rows: [
            ['whole stack', perSecond, verdict(perSecond, '≥', WANTED), perSecond / floor],
            ['floor', floor, '', 1],
          ],
        },
        processorTable('Processor time of an outcome, ms', rounds),
      ],
      raw: { rounds, floors },
    };
  },
};

async function oneRound(stack: Stack, count: number): Promise<Round> {
  const { database, connection, secrets, publicUrl, processes } = stack;
  const client = new Client({ connection, dataConverter: createDataConverter(secrets.payload) });
  const engine = temporalEngine(client, { publicUrl });
  const ids = await parkInReview({ database, engine }, place, count);
  const at = Date.now();
  const meetingId = await convenedMeeting(database, { campaignId: openPolicy.id, committee: 'engineering', at });
  const processorTimes = watchProcessors(processes);
  await signMeeting(
    database,
    { meetingId, at },
    ids.map((applicationId) => ({ applicationId, tally })),
  );
  const text = 'SELECT count(*)::int AS n FROM campaign_fan_outs WHERE finished_at IS NOT NULL';
  const over = async () => (await database.pool.query<{ n: number }>(text)).rows[0]?.n === 1;
  if (!(await until(over, { timeoutMs: longest, everyMs: 500 })))
    throw new Error('the outcomes were not applied in time');
  const cost = costOfEach(processorTimes(), count);
  const { rows } = await database.pool.query<{ seconds: number; moved: number }>(
    `SELECT count(*)::int AS moved, extract(epoch FROM max(events.recorded_at) - (
       SELECT recorded_at FROM campaign_events WHERE event = 'meeting_signed'))::float8 AS seconds
     FROM motions JOIN events ON events.application_id = motions.application_id AND events.key = 'tally-' || motions.id`,
  );
  const [measured] = rows;
  if (measured?.moved !== count) throw new Error(`${measured?.moved} of ${count} were moved`);
  return { perSecond: count / measured.seconds, cost };
}
