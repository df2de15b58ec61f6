import type { Specialty } from '../../../../rules/policy/policy.js';
import { entriesOf, newCode, textOf } from '../../policy/values/kinds/partOf.js';

const known = (value: unknown): Specialty[] =>
  entriesOf(value).map((one) => ({
    code: textOf(one, 'code'),
    name: textOf(one, 'name'),
    series: textOf(one, 'series'),
  }));

/** Specialties as text, a line for each series: `工程系列：土建、水利`. */
export function linesOfSpecialties(value: unknown): string {
  const specialties = known(value);
  const allSeries = [...new Set(specialties.map(({ series }) => series))];
  const namesIn = (series: string) => specialties.filter((one) => one.series === series).map(({ name }) => name);
  return allSeries.map((series) => `${series}：${namesIn(series).join('、')}`).join('\n');
}

/** The specialties of such a text. One that was there already keeps its code. */
export function specialtiesOfLines(text: string, before: unknown): readonly Specialty[] {
  const present = known(before);
  const specialties: Specialty[] = [];
  for (const row of text.split('\n')) {
    const [series = '', ...listed] = row.split(/[：:]/);
    const names = listed
      .join('：')
      .split(/[、，,；;]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    for (const name of names) {
      const same = present.find((one) => one.name === name && one.series === series.trim());
      const taken = [...present, ...specialties].map(({ code }) => code);
      specialties.push(same ?? { code: newCode('specialty', taken), name, series: series.trim() });
    }
  }
  return specialties;
}
