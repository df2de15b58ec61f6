import type { TimelineEvent } from '../../api/applications.js';

export interface Defect {
  readonly id: string;
  readonly section: string;
  readonly field: string;
  readonly text: string;
}

/** What was to be corrected, by id, as the office wrote it: from the words of every event that told defects. */
export function defectsToldIn(events: readonly TimelineEvent[]): ReadonlyMap<string, Defect> {
  const told = new Map<string, Defect>();
  for (const { words } of events) {
    const defects = words?.defects;
    if (!Array.isArray(defects)) continue;
    for (const defect of defects as readonly Defect[]) told.set(defect.id, defect);
  }
  return told;
}
