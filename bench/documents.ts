import { paperOf } from '../documents/paper/application/input.js';
import { applicationPapers } from '../documents/paper/application/papers.js';
import type { Paper } from '../documents/paper/paper.js';
import { restSetting, setPaper } from '../documents/paper/setPaper.js';
import { verificationOf } from '../documents/paper/verification.js';
import type { Benchmark } from './benchmark.js';
import { paperInputOf } from './data/paperInputs.js';
import { median, spreadOf } from './measure.js';
import { machine } from './stack/machine.js';
import { verdict } from './table.js';

const target = { milliseconds: 150, bytes: 400_000, seconds: 60 };
const publicUrl = 'https://pingshen.example.cn';
/** How many are set one after another, after as many to warm up. */
const single = 50;

/** Review forms of different people, set one after another and many at once, beside a page without content. */
export const documents: Benchmark = {
  about: 'review forms set as PDF: one after another and many at once, beside an empty page',
  counts: 'review forms set at once',
  defaults: { repeats: 3, count: 1_000, size: 0 },
  async run({ count, repeats, print }) {
    const rounds = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      print(`repeat ${repeat} of ${repeats}: ${count} forms`);
      rounds.push(await oneRound(count));
      await restSetting();
    }
    return { conditions: await machine(), notes: [note], tables: [tableOf(rounds, count)], raw: rounds };
  },
};

const note =
  'Each form is another person’s, with a photo; all blocks are made of the record anew. One after another: from the request for a paper ' +
  'to its bytes, in one of two threads that are warm. At once: all asked for together.';

const formOf = (index: number) => applicationPapers.review_form(paperInputOf(index));
const emptyPage = (index: number): Paper =>
  paperOf(paperInputOf(index), { title: `空白页${index}`, on: '2024-08-12', blocks: [] });
const set = (kind: string, paper: Paper) => setPaper(paper, verificationOf(kind, paper), { publicUrl });

async function oneRound(count: number) {
  for (let index = 0; index < single; index++) await set('review_form', formOf(index));
  const forms = await oneByOne('review_form', formOf);
  const empty = await oneByOne('empty', emptyPage);
  const start = performance.now();
  const all = await Promise.all(Array.from({ length: count }, (_, index) => set('review_form', formOf(index))));
  const seconds = (performance.now() - start) / 1000;
  const bytes = Math.max(...all.map(({ length }) => length));
  return { forms, empty, seconds, bytes, resident: process.memoryUsage().rss / 2 ** 20 };
}

async function oneByOne(kind: string, paperFor: (index: number) => Paper) {
  const durations = [];
  for (let index = 0; index < single; index++) {
    const start = performance.now();
    // Others than those that warmed it up: what was set before is remembered for a while.
    await set(kind, paperFor(10_000 + index));
    durations.push(performance.now() - start);
  }
  return spreadOf(durations);
}

function tableOf(rounds: readonly Awaited<ReturnType<typeof oneRound>>[], count: number) {
  const of = (value: (round: (typeof rounds)[number]) => number) => median(rounds.map(value));
  const p50 = of(({ forms }) => forms.p50);
  const bytes = of((round) => round.bytes);
  const seconds = of((round) => round.seconds);
  return {
    caption: 'Review forms',
    header: ['', 'figure', 'target'],
    rows: [
      ['one, p50, ms', p50, verdict(p50, '≤', target.milliseconds)],
      ['one, p95, ms', of(({ forms }) => forms.p95), ''],
      ['an empty page, p50, ms', of(({ empty }) => empty.p50), ''],
      ['the largest, kB', bytes / 1000, verdict(bytes / 1000, '≤', target.bytes / 1000)],
      [`${count} at once, s`, seconds, verdict(seconds, '≤', target.seconds)],
      ['resident, MB', of(({ resident }) => resident), ''],
    ],
  };
}
