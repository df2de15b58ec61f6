import { type SectionName, sectionNames } from '../../../rules/dossier/dossier.js';
import type { DraftState } from './FormDraft.js';

export interface Progress {
  readonly name: SectionName;
  /** null before the API has said */
  readonly missing: number | null;
  readonly wrong: number;
}

/** How far each section is, as the API counts what is missing. */
export function progressOf({ missing, errors }: Pick<DraftState, 'missing' | 'errors'>): readonly Progress[] {
  return sectionNames.map((name) => ({
    name,
    missing: missing === null ? null : missing.filter(({ section }) => section === name).length,
    wrong: Object.keys(errors).filter((path) => path.startsWith(`${name}.`) || path === name).length,
  }));
}
