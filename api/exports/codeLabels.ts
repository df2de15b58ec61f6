import type { BilingualText } from '../../rules/bilingualText.js';
import { employerKinds, levels, tracks } from '../../rules/campaign/codes.js';
import { slotOutcomeLabels } from '../../rules/defense/sessionLaw.js';
import { sanctionGroundLabels, sanctionSubjectLabels } from '../../rules/sanctions/sanctions.js';

/** Labels of codes, by the column that holds them: elsewhere the same text is what somebody wrote. */
const labelsByColumn: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['level', table(inChinese(levels))],
  ['track', new Map(Object.entries(tracks).map(([code, { fullZh }]) => [code, fullZh]))],
  ['employerKind', table(inChinese(employerKinds))],
  // Of a unit.
  ['kind', table(inChinese(employerKinds))],
  ['ground', table(inChinese(sanctionGroundLabels))],
  ['subject', table(inChinese(sanctionSubjectLabels))],
  ['outcome', table(inChinese(slotOutcomeLabels))],
  // Of a defense session.
  ['state', table({ cancelled: slotOutcomeLabels.cancelled.zh })],
]);

/** The label of a code in its column; any other text stays as it is. */
export function codeLabel(column: string, code: string): string {
  return labelsByColumn.get(column)?.get(code) ?? code;
}

function table(labels: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(labels));
}

function inChinese(labels: Readonly<Record<string, BilingualText>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([code, { zh }]) => [code, zh]));
}
