import type { SectionName } from '../../../rules/dossier/dossier.js';
import type { Sections } from './sections.js';

/** Input that has not reached the server yet. */
export interface UnsavedInput {
  readonly version: number;
  readonly sections: Sections;
}

const nameOf = (personId: string, applicationId: string) => `form:${personId}:${applicationId}`;

/**
 * Reads unsaved input kept in this browser, so that no lost connection, reload or crash loses it. The ID number is kept
 * in this tab only, so that a shared computer stores none.
 */
export function readUnsaved(personId: string, applicationId: string): UnsavedInput | null {
  const name = nameOf(personId, applicationId);
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as UnsavedInput | null;
    const idNumber = sessionStorage.getItem(name);
    const basic = kept?.sections.basicInformation;
    if (kept === null || basic === undefined || idNumber === null) return kept;
    return { ...kept, sections: { ...kept.sections, basicInformation: { ...basic, idNumber } } };
  } catch {
    return null;
  }
}

export function writeUnsaved(personId: string, applicationId: string, { version, sections }: UnsavedInput): void {
  const name = nameOf(personId, applicationId);
  try {
    if (Object.keys(sections).length === 0) {
      localStorage.removeItem(name);
      sessionStorage.removeItem(name);
      return;
    }
    const { idNumber, ...basic } = sections.basicInformation ?? {};
    const open: Sections = { ...sections };
    if (open.basicInformation !== undefined) open.basicInformation = basic;
    localStorage.setItem(name, JSON.stringify({ version, sections: open }));
    if (idNumber) sessionStorage.setItem(name, idNumber);
  } catch {
    // Storage is full or forbidden: the open page still holds the input.
  }
}

/** The named sections of a form. */
export function pick(sections: Sections, names: Iterable<SectionName>): Sections {
  return Object.fromEntries([...names].map((name) => [name, sections[name] ?? {}]));
}
