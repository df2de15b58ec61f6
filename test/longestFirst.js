import { readFileSync } from 'node:fs';
import path from 'node:path';
import Sequencer from '@jest/test-sequencer';

const longest = JSON.parse(readFileSync(path.join(import.meta.dirname, 'longest.json'), 'utf8'));

/** Starts the suites of longest.json first, in that order, so that none of them is left to run alone at the end. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path: file }) => {
      const index = longest.findIndex((suite) => file.endsWith(`/test/${suite}`));
      return index === -1 ? longest.length : index;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
