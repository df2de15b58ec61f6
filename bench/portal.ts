import type { Benchmark, Options, Report } from './benchmark.js';
import { median, medianSpread, type Spread, spreadOf } from './measure.js';
import { type FirstVisit, slowVisit, visitFirst } from './portal/firstVisit.js';
import { type Opened, openNothing, openOnce, type PageToOpen, pagesOf } from './portal/portalPages.js';
import { workThrough } from './portal/portalQueue.js';
import { openPortal, type Portal } from './stack/portalStack.js';
import { verdict } from './table.js';

const SLOWNESS = 4;
const TARGET = { first: 250, any: 350, paint: 1500, latency: 100, readable: 3000, usable: 6000 };

interface PageResult {
  readonly page: PageToOpen;
  readonly fast: Opened;
  readonly slow: Opened;
}
interface QueueResult {
  readonly slowness: number;
  readonly latency: Spread;
  readonly answer: Spread;
}

/** The portal in a real browser: the size of a page, when it has painted, and when it responds. */
export const portal: Benchmark = {
  about:
    'pages of the portal in a real browser: first visit on a slow network, weight, largest paint, time to interactive, latency on a long queue',
  counts: 'interactions a repeat on the queue',
  sizes: 'applications in the database',
  defaults: { repeats: 5, count: 200, size: 100_000 },
  async run(options) {
    const stack = await openPortal(options.size, options.print);
    try {
      const visit = await measureFirstVisit(stack, options);
      const pages = await measurePages(stack, options);
      const nothing = await measureNothing(stack, options.repeats);
      const queue = await measureQueue(stack, options);
      return { conditions: stack.conditions, ...reported({ visit, pages, nothing, queue }, options) };
    } finally {
      await stack.close();
    }
  },
};

async function measureFirstVisit(stack: Portal, { repeats, print }: Options): Promise<FirstVisit> {
  await visitFirst(stack);
  const visits: FirstVisit[] = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    print(`first visit on a slow network: repeat ${repeat} of ${repeats}`);
    visits.push(await visitFirst(stack));
  }
  const of = (figure: keyof FirstVisit) => median(visits.map((one) => one[figure]));
  return { readable: of('readable'), usable: of('usable'), weight: of('weight') };
}

async function measurePages(stack: Portal, { repeats, print }: Options): Promise<PageResult[]> {
  const pages = pagesOf(stack);
  // The first visits warm up the API and the database.
  for (const page of pages) await openOnce(stack, page, 1);
  const opened = pages.map((page) => ({ page, fast: [] as Opened[], slow: [] as Opened[] }));
  for (let repeat = 1; repeat <= repeats; repeat++) {
    print(`pages: repeat ${repeat} of ${repeats}`);
    for (const { page, fast, slow } of opened) {
      fast.push(await openOnce(stack, page, 1));
      slow.push(await openOnce(stack, page, SLOWNESS));
    }
  }
  return opened.map(({ page, fast, slow }) => ({ page, fast: middle(fast), slow: middle(slow) }));
}

function middle(opened: readonly Opened[]): Opened {
  const of = (figure: keyof Opened) => median(opened.map((one) => one[figure]));
  return { script: of('script'), charts: of('charts'), paint: of('paint'), interactive: of('interactive') };
}

async function measureNothing(stack: Portal, repeats: number): Promise<number> {
  const paints: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) paints.push(await openNothing(stack, SLOWNESS));
  return median(paints);
}

async function measureQueue(stack: Portal, { repeats, count, print }: Options): Promise<QueueResult[]> {
  const results: QueueResult[] = [];
  for (const slowness of [1, SLOWNESS]) {
    const latencies: Spread[] = [];
    const answers: Spread[] = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      print(`queue, processor slowed ${slowness}×: repeat ${repeat} of ${repeats}`);
      const worked = await workThrough(stack, count, slowness);
      latencies.push(spreadOf(worked.latencies));
      answers.push(spreadOf(worked.answers));
    }
    results.push({ slowness, latency: medianSpread(latencies), answer: medianSpread(answers) });
  }
  return results;
}

interface Measured {
  readonly visit: FirstVisit;
  readonly pages: readonly PageResult[];
  readonly nothing: number;
  readonly queue: readonly QueueResult[];
}

function reported(
  { visit, pages, nothing, queue }: Measured,
  { repeats, count, size }: Options,
): Omit<Report, 'conditions'> {
  return {
    notes: [
      `${size} applications. Each page opened ${repeats} times with an empty cache, as it is and with the processor slowed ` +
        `${SLOWNESS}× (Chrome DevTools Protocol); medians. Interactive: the end of the last task over 50 ms before everything ` +
        `had arrived, the largest paint at the earliest. Beside it an empty document, slowed as much: ${nothing.toFixed(0)} ms.`,
      `Queue: about ${count} interactions a repeat on all ${size}: j and k, a choice from a list, a filter and back. Latency ` +
        'is from the key or click to the next paint (Event Timing; what is under 16 ms counts as 16); answered is until other ' +
        'lines stand there.',
    ],
    tables: [
      {
        caption:
          `First visit to the sign-in page: ${slowVisit.kilobits} kbit/s, ${slowVisit.latency} ms a round trip, processor slowed ` +
          `${slowVisit.slowness}×, 390 × 844, empty cache; ms, kB on the wire`,
        header: ['readable', 'wanted', 'usable', 'wanted', 'kB'],
        rows: [
          [
            ...[visit.readable, verdict(visit.readable, '≤', TARGET.readable)],
            ...[visit.usable, verdict(visit.usable, '≤', TARGET.usable), visit.weight / 1000],
          ],
        ],
      },
      {
        caption: 'Pages: JavaScript in kB (gzip), ms',
        header: [
          'page',
          'kB',
          'wanted',
          'charts kB',
          'paint',
          `paint ${SLOWNESS}×`,
          'wanted',
          `interactive ${SLOWNESS}×`,
          'ratio',
        ],
        rows: pages.map(({ page, fast, slow }, index) => [
          ...[page.name, slow.script / 1000, verdict(slow.script / 1000, '≤', index === 0 ? TARGET.first : TARGET.any)],
          ...[slow.charts / 1000, fast.paint, slow.paint, verdict(slow.paint, '≤', TARGET.paint), slow.interactive],
          slow.paint / nothing,
        ]),
      },
      {
        caption: `The queue of ${size}: ms`,
        header: ['processor', 'p50', 'p95', 'max', 'wanted p95', 'answered p50', 'answered p95'],
        rows: queue.map(({ slowness, latency, answer }) => [
          ...[slowness === 1 ? 'as it is' : `slowed ${slowness}×`, latency.p50, latency.p95, latency.max],
          ...[verdict(latency.p95, '≤', TARGET.latency), answer.p50, answer.p95],
        ]),
      },
    ],
    raw: { visit, pages, nothing, queue },
  };
}
