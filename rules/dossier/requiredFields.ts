import type { Dossier, MissingItem } from './dossier.js';

type Words<T> = { readonly [Key in keyof T]?: string };
type Entry<Section extends keyof Dossier> =
  NonNullable<Dossier[Section]> extends { readonly entries?: readonly (infer One)[] } ? One : never;

/** A field nobody filled in: absent, or text with nothing in it. `null` is an answer (还在职). */
const isBlank = (value: unknown): boolean => value === undefined || value === '';

function blanks<T extends object>(
  section: keyof Dossier,
  clause: string,
  filled: T,
  words: Words<T>,
  path: string,
): MissingItem[] {
  return Object.entries(words)
    .filter(([field]) => isBlank(filled[field as keyof T]))
    .map(([field, name]) => ({ section, field: `${path}${field}`, clause, message: `请填写${name}。` }));
}

/** Which of these fields of a section are blank. */
export function blankFields<Section extends keyof Dossier>(
  dossier: Dossier,
  section: Section,
  clause: string,
  words: Words<NonNullable<Dossier[Section]>>,
): readonly MissingItem[] {
  return blanks(section, clause, { ...dossier[section] } as NonNullable<Dossier[Section]>, words, '');
}

/** Which fields of a section's entries are blank; with `atLeastOne`, also that there is none at all. */
export function blankEntries<Section extends keyof Dossier>(
  dossier: Dossier,
  section: Section,
  clause: string,
  words: Words<Entry<Section>>,
  atLeastOne: string | null,
): readonly MissingItem[] {
  const { entries = [] } = { ...dossier[section] } as { readonly entries?: readonly (Entry<Section> & object)[] };
  if (entries.length === 0 && atLeastOne !== null) {
    return [{ section, field: 'entries', clause, message: `请至少填写一条${atLeastOne}。` }];
  }
  return entries.flatMap((entry, index) =>
    blanks(section, clause, entry, words, `entries.${index}.`).map((item) => ({
      ...item,
      message: `第${index + 1}条：${item.message}`,
    })),
  );
}
