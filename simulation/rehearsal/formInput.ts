import type { Dossier, SectionName } from '../../rules/dossier/dossier.js';
import { type Candidacy, sampleDossier } from '../samples/dossier.js';
import { type SampleDocument, sampleDocument, sampleEvidence } from '../samples/evidence.js';
import type { StepData } from './plans/plan.js';

/** The sections an applicant saves: all of them with the step's changes, or only the step's. */
export function sectionsOf({ sections = {}, only }: StepData, candidacy: Candidacy): Dossier {
  if (only) return sections;
  const complete: Dossier = sampleDossier(candidacy);
  const names = Object.keys(sections) as SectionName[];
  return { ...complete, ...Object.fromEntries(names.map((name) => [name, { ...complete[name], ...sections[name] }])) };
}

/** The documents an applicant uploads: those required and missing, or a supplement when none is. */
export function documentsFor(
  { without = [], only }: StepData,
  candidacy: Candidacy,
  present: readonly Pick<SampleDocument, 'kind' | 'year'>[],
): readonly SampleDocument[] {
  if (only) return [];
  const isThere = (one: SampleDocument) => present.some(({ kind, year }) => kind === one.kind && year === one.year);
  const needed = sampleEvidence(candidacy, sampleDossier(candidacy));
  const wanted = needed.filter((one) => !without.includes(one.kind) && !isThere(one));
  return wanted.length ? wanted : [sampleDocument(candidacy, 'other', { note: `补充${present.length}` })];
}
