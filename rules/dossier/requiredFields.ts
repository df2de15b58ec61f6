import type { BilingualText } from '../bilingualText.js';
import type { Dossier, MissingItem } from './dossier.js';

/** Labels of fields, Chinese first. */
type Names<T> = { readonly [Key in keyof T]?: readonly [zh: string, en: string] };
type Entry<Section extends keyof Dossier> =
  NonNullable<Dossier[Section]> extends { readonly entries?: readonly (infer One)[] } ? One : never;

/** Whether a field is not filled in: absent, or empty text. `null` is an answer (还在职). */
const isBlank = (value: unknown): boolean => value === undefined || value === '';

function blanks<T extends object>(
  section: keyof Dossier,
  clause: string,
  filled: T,
  names: Names<T>,
  path: string,
): MissingItem[] {
  return Object.entries<readonly [string, string] | undefined>(names).flatMap(([field, name]) =>
    name && isBlank(filled[field as keyof T])
      ? [
          {
            section,
            field: `${path}${field}`,
            clause,
            message: `请填写${name[0]}。`,
            messageEn: `Please fill in: ${name[1]}.`,
          },
        ]
      : [],
  );
}

/** Which of these fields of a section are blank. */
export function blankFields<Section extends keyof Dossier>(
  dossier: Dossier,
  section: Section,
  clause: string,
  names: Names<NonNullable<Dossier[Section]>>,
): readonly MissingItem[] {
  return blanks(section, clause, { ...dossier[section] } as NonNullable<Dossier[Section]>, names, '');
}

/** Which fields of a section's entries are blank; with `atLeastOne`, also that there is none at all. */
export function blankEntries<Section extends keyof Dossier>(
  dossier: Dossier,
  section: Section,
  clause: string,
  names: Names<Entry<Section>>,
  atLeastOne: BilingualText | null,
): readonly MissingItem[] {
  const { entries = [] } = { ...dossier[section] } as { readonly entries?: readonly (Entry<Section> & object)[] };
  if (entries.length === 0 && atLeastOne !== null) {
    const { zh, en } = atLeastOne;
    const message = `请至少填写一条${zh}。`;
    return [{ section, field: 'entries', clause, message, messageEn: `Please fill in at least one entry: ${en}.` }];
  }
  return entries.flatMap((entry, index) =>
    blanks(section, clause, entry, names, `entries.${index}.`).map((item) => ({
      ...item,
      message: `第${index + 1}条：${item.message}`,
      messageEn: `Entry ${index + 1}: ${item.messageEn}`,
    })),
  );
}
