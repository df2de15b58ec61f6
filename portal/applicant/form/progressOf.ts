import { type SectionName, sectionNames } from '../../../rules/dossier/dossier.js';
import type { DraftState } from './FormDraft.js';

export interface Progress {
  readonly name: SectionName;
  /** null until the API has answered */
  readonly missing: number | null;
  readonly wrong: number;
}

/** How complete each section is, by what the API reports as missing. */
export function progressOf({ missing, errors }: Pick<DraftState, 'missing' | 'errors'>): readonly Progress[] {
  return sectionNames.map((name) => ({
    name,
    missing: missing === null ? null : missing.filter(({ section }) => section === name).length,
    wrong: Object.keys(errors).filter((path) => path.startsWith(`${name}.`) || path === name).length,
  }));
}
