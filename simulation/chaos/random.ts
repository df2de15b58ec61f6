import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Random choices that a seed repeats. */
export interface Random {
  /** A whole number, both bounds included. */
  between(from: number, to: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** The choices of a seed: a whole number. */
export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const between = (from: number, to: number) => uniformInt(generator, from, to);
  return {
    between,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
    shuffled(list) {
      const drawn = [...list];
      const mixed: typeof drawn = [];
      while (drawn.length > 0) mixed.push(...drawn.splice(between(0, drawn.length - 1), 1));
      return mixed;
    },
  };
}
