import { useState } from 'react';
import type { CoveredArea } from '../../../../rules/dossier/covered.js';

/** The areas that are being chosen, with every step so that each can be undone. `null`: as they are on the server. */
export function useAreas(stored: readonly CoveredArea[]) {
  const [steps, setSteps] = useState<readonly (readonly CoveredArea[])[]>([]);
  const areas = steps.at(-1) ?? stored;
  const change = (next: readonly CoveredArea[]) => setSteps((before) => [...before, next]);
  return {
    areas,
    changed: steps.length > 0,
    add: (area: CoveredArea) => change([...areas, area]),
    replace: (index: number, area: CoveredArea) => change(areas.with(index, area)),
    remove: (index: number) => change(areas.toSpliced(index, 1)),
    undo: () => setSteps((before) => before.slice(0, -1)),
  };
}
