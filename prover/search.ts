import { isFinal } from '../rules/application/lifecycle.js';
import type { Visited } from './visited.js';

interface Entry {
  readonly id: number;
  /** Bounds used up on each path by which the state was taken; one that has used no less is not taken again. */
  readonly taken: (readonly number[])[];
}

/** How far a search has come. */
export interface Progress {
  /** Different ones. */
  readonly states: number;
  /** From one state to another. */
  readonly steps: number;
  /** Acts tried, those refused included. */
  readonly tried: number;
}

const within = (one: readonly number[], other: readonly number[]) =>
  one.every((count, index) => count <= (other[index] ?? 0));

interface Waiting {
  readonly state: Visited;
  readonly entry: Entry;
  readonly used: readonly number[];
}
interface Queue {
  readonly items: (Waiting | null)[];
  next: number;
}

/** The states of one search: each is taken once for what its path has used up, those that used least first. */
export class Search {
  readonly #entries = new Map<string, Entry>();
  /** Waiting states by the sum of what they have used, in the order they were reached. */
  readonly #waiting: Queue[] = [];
  readonly #before: number[][] = [];
  readonly #final: boolean[] = [];
  /** Acts tried, whatever came of them. */
  tried = 0;
  /** Times a state was taken. */
  taken = 0;
  readonly #example: Visited[] = [];
  readonly #turns = new Set<string>();

  /** How far it has come. */
  get progress(): Progress {
    const steps = this.#before.reduce((sum, { length }) => sum + length, 0);
    return { states: this.#entries.size, steps, tried: this.tried };
  }

  /**
   * Whether foreign acts are tried in a state. The law refuses them by status and turn before it looks at anything else, so
   * that they are tried once for each of these, and in one state of sixteen besides.
   */
  sweeps({ facts: { status, chainLevel } }: Visited): boolean {
    const turn = `${status} ${chainLevel}`;
    const first = !this.#turns.has(turn);
    this.#turns.add(turn);
    return first || this.taken % 16 === 0;
  }

  enter(key: string, state: Visited, from: number | null, used: readonly number[]): void {
    const known = this.#entries.get(key);
    const entry = known ?? { id: this.#entries.size, taken: [] };
    if (!known) {
      this.#entries.set(key, entry);
      this.#before.push([]);
      this.#final.push(isFinal(state.facts.status));
      this.#example.push(state);
    }
    if (from !== null && from !== entry.id && this.#before[entry.id]?.at(-1) !== from)
      this.#before[entry.id]?.push(from);
    if (entry.taken.some((earlier) => within(earlier, used))) return;
    entry.taken.push(used);
    const sum = used.reduce((total, count) => total + count, 0);
    this.#waiting[sum] ??= { items: [], next: 0 };
    this.#waiting[sum].items.push({ state, entry, used });
  }

  /** The next state to look at, or null when all have been. */
  take(): { readonly state: Visited; readonly id: number } | null {
    for (const queue of this.#waiting) {
      while (queue && queue.next < queue.items.length) {
        const { state, entry, used } = queue.items[queue.next] as Waiting;
        // Lets go of what has been looked at.
        queue.items[queue.next] = null;
        queue.next += 1;
        // Reached meanwhile by a path that used up less.
        if (entry.taken.some((other) => other !== used && within(other, used) && !within(used, other))) continue;
        this.taken += 1;
        return { state, id: entry.id };
      }
    }
    return null;
  }

  /** States from which no final one can be reached. */
  endless(): readonly Visited[] {
    const ends = this.#final.map((final) => final);
    const queue = ends.flatMap((final, id) => (final ? [id] : []));
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const before of this.#before[id] ?? []) {
        if (!ends[before]) {
          ends[before] = true;
          queue.push(before);
        }
      }
    }
    // Where something has been asked for, a path goes on as if it had not.
    const asks = ({ facts }: Visited) => facts.pendingPause !== null || facts.pendingExtension !== null;
    return this.#example.filter((state, id) => !ends[id] && !asks(state));
  }
}
