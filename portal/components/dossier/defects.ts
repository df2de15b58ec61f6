import type { TimelineEvent } from '../../api/applications.js';

export interface Defect {
  readonly id: string;
  readonly section: string;
  readonly field: string;
  readonly text: string;
}

/** The defects by id as the office wrote them, from the texts of every event that reported defects. */
export function reportedDefectsIn(events: readonly TimelineEvent[]): ReadonlyMap<string, Defect> {
  const reportedDefects = new Map<string, Defect>();
  for (const { freeText } of events) {
    const defects = freeText?.defects;
    if (!Array.isArray(defects)) continue;
    for (const defect of defects as readonly Defect[]) reportedDefects.set(defect.id, defect);
  }
  return reportedDefects;
}
