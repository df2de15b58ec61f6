import type { Options } from '../benchmark.js';
import type { Search } from '../data/searches.js';
import { drive, median, spreadOf } from '../measure.js';

/** Clients that do not pause. */
export const CLIENTS = 32;
/** Requests of a kind by one client, at least. */
const least = 10;

/** What is measured in two databases of different size. */
export interface Reading extends Search {
  /** The part of the requests that are made of this kind. */
  readonly share: number;
}
/** The same figure in both databases, in ms. */
export interface Ratio {
  readonly small: number;
  readonly large: number;
}
/** What one kind of reading took. */
export interface Result {
  readonly name: string;
  /** the median request by one client, each by its quickest repeat */
  readonly alone: Ratio;
  /** p99 at many clients, the median of the repeats */
  readonly together: Ratio;
}
type Pair = readonly [small: Reading, large: Reading];

/**
 * Measures the same readings in two databases, which take turns, so that what else happens on the machine meets both. `count`:
 * the requests of a kind and repeat at many clients; a tenth of them alone.
 */
export async function measureInTurn(
  [small = [], large = []]: readonly (readonly Reading[])[],
  options: Pick<Options, 'repeats' | 'count' | 'print'>,
) {
  const { repeats, count, print } = options;
  const pairs = small.flatMap((reading, place): Pair[] => {
    const other = large[place];
    return other ? [[reading, other]] : [];
  });
  const measured = pairs.map((pair) => ({ pair, alone: [] as Ratio[][], together: [] as Ratio[] }));
  for (const { pair } of measured) await together(pair, Math.ceil(count / 3));
  for (let repeat = 1; repeat <= repeats; repeat++) {
    print(`repeat ${repeat} of ${repeats}`);
    for (const { pair, ...spreads } of measured) {
      spreads.alone.push(await alone(pair, Math.ceil(count / 10)));
      spreads.together.push(await together(pair, count));
    }
  }
  return measured.map(({ pair: [{ name }], ...of }): Result => {
    // Each request by its quickest repeat: what else ran made the others slower.
    const quickest = (which: keyof Ratio) =>
      median(
        (of.alone[0] ?? []).map((_, request) =>
          Math.min(...of.alone.map((repeat) => repeat[request]?.[which] ?? Infinity)),
        ),
      );
    const p99 = (which: keyof Ratio) => median(of.together.map((repeat) => repeat[which]));
    return {
      name,
      alone: { small: quickest('small'), large: quickest('large') },
      together: { small: p99('small'), large: p99('large') },
    };
  });
}

/** Milliseconds of each request by one client, in turn in both. */
async function alone([small, large]: Pair, jobs: number): Promise<Ratio[]> {
  const timed = async ({ look }: Reading, number: number) => {
    const began = performance.now();
    await look(number);
    return performance.now() - began;
  };
  const requests: Ratio[] = [];
  for (let number = 0; number < Math.max(least, jobs * small.share); number++) {
    requests.push({ small: await timed(small, number), large: await timed(large, number) });
  }
  return requests;
}

/** The p99 by many clients, one database after the other. */
async function together([small, large]: Pair, jobs: number): Promise<Ratio> {
  const p99 = async ({ look, share }: Reading) => {
    const { durations } = await drive(
      { clients: CLIENTS, jobs: Math.max(CLIENTS, Math.ceil(jobs * share)) },
      async (_, number) => {
        await look(number);
      },
    );
    return spreadOf(durations).p99;
  };
  return { small: await p99(small), large: await p99(large) };
}
