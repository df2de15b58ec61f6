import { useSyncExternalStore } from 'react';
import type { SectionName } from '../../../rules/dossier/dossier.js';

/** One defect while it is being written. */
export interface DraftedDefect {
  readonly key: string;
  readonly section: SectionName;
  /** path inside the section, or `documents.KIND` */
  readonly field: string;
  readonly text: string;
}
export interface Notes {
  readonly defects: readonly DraftedDefect[];
  /** sections the auditor has marked as checked */
  readonly checked: readonly string[];
  readonly reason: string;
}
const none: Notes = { defects: [], checked: [], reason: '' };
const kept = new Map<string, Notes>();
const listeners = new Set<() => void>();

/** An auditor's notes on one application, kept in this tab until the decision: no reload or sign-in loses them. */
export function useNotes(applicationId: string) {
  const name = `audit:${applicationId}`;
  const notes = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(name),
  );
  const change = (next: Notes | null) => write(name, next);
  return {
    ...notes,
    add(section: SectionName, field: string, text = ''): string {
      const key = crypto.randomUUID();
      change({ ...notes, defects: [...notes.defects, { key, section, field, text }] });
      return key;
    },
    write(key: string, text: string) {
      change({ ...notes, defects: notes.defects.map((one) => (one.key === key ? { ...one, text } : one)) });
    },
    remove(key: string) {
      change({ ...notes, defects: notes.defects.filter((one) => one.key !== key) });
    },
    setReason: (reason: string) => change({ ...notes, reason }),
    tick(section: string, yes: boolean) {
      const others = notes.checked.filter((one) => one !== section);
      change({ ...notes, checked: yes ? [...others, section] : others });
    },
    forget: () => change(null),
  };
}
export type AuditNotes = ReturnType<typeof useNotes>;

function read(name: string): Notes {
  const known = kept.get(name);
  if (known !== undefined) return known;
  let found = none;
  try {
    found = { ...none, ...(JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Notes>) };
  } catch {
    // An unreadable entry is replaced by an empty one.
  }
  kept.set(name, found);
  return found;
}

function write(name: string, next: Notes | null): void {
  kept.set(name, next ?? none);
  try {
    if (next === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(next));
  } catch {
    // Storage is full or forbidden: the open page still holds the notes.
  }
  for (const listener of listeners) listener();
}
