import type { BilingualText } from '../../rules/bilingualText.js';
import { slotOutcomeLabels } from '../../rules/defense/sessionLaw.js';
import { sanctionGroundLabels, sanctionSubjectLabels } from '../../rules/sanctions/sanctions.js';

const employerKinds = { public_institution: '事业单位', state_enterprise: '企业', private_enterprise: '民营企业' };

/** Labels of codes, by the column that holds them: elsewhere the same text is what somebody wrote. */
const labelsByColumn: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['level', table({ junior: '初级', mid: '中级', deputy_senior: '副高级' })],
  ['track', table({ regular: '正常申报', private_special: '民营企业专项评审', skilled: '高技能人才贯通' })],
  ['employerKind', table(employerKinds)],
  // Of a unit.
  ['kind', table(employerKinds)],
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
