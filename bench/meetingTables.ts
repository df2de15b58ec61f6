import { median, medianSpread, type Spread } from './measure.js';
import { type ProcessorCost, processorTable } from './processorTable.js';
import type { Table } from './table.js';

/** The measurements of one meeting; durations in ms. */
export interface Round {
  readonly perSecond: number;
  readonly papers: Spread;
  readonly ballots: Spread;
  readonly opening: Spread;
  readonly tally: Spread;
  readonly floor: { readonly perSecond: number; readonly vote: Spread };
  /** Processor time of one vote by process, ms. */
  readonly cost: ProcessorCost;
}

/** The tables of the meeting benchmark. */
export function tablesOf(rounds: readonly Round[]): readonly Table[] {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const spread = (name: 'papers' | 'ballots' | 'opening' | 'tally') => medianSpread(rounds.map((round) => round[name]));
  const row = (what: string, { p50, p95, p99 }: Spread) => [what, p50, p95, p99];
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
    processorTable('Processor time of a vote, ms', rounds),
  ];
}
