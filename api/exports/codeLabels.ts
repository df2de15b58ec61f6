import type { BilingualText } from '../../rules/bilingualText.js';
import { type CampaignCodes, labelOfCode, usualEmployerKinds } from '../../rules/campaign/codes.js';
import { slotOutcomeLabels } from '../../rules/defense/sessionLaw.js';
import { sanctionGroundLabels, sanctionSubjectLabels } from '../../rules/sanctions/sanctions.js';

/** Labels of closed lists, by the column that holds them: elsewhere the same text is what somebody wrote. */
const labelsByColumn: Readonly<Record<string, Readonly<Record<string, BilingualText>>>> = {
  ground: sanctionGroundLabels,
  subject: sanctionSubjectLabels,
  outcome: slotOutcomeLabels,
  // Of a defense session.
  state: { cancelled: slotOutcomeLabels.cancelled },
};

/** Labels of a campaign's own codes, by the column that holds them. */
const ownLabels: Readonly<Record<string, (codes: CampaignCodes, code: string) => string>> = {
  level: ({ levels }, code) => labelOfCode(levels, code).zh,
  track: ({ tracks }, code) => tracks.find((track) => track.code === code)?.fullZh ?? code,
  employerKind: ({ employerKinds }, code) => labelOfCode(employerKinds, code).zh,
  // Of a unit.
  kind: ({ employerKinds }, code) => labelOfCode([...employerKinds, ...usualEmployerKinds], code).zh,
};

/** A function that labels the code of a column in Chinese; any other text stays as it is. */
export type LabelOf = (column: string, code: string) => string;

/** Labels by the codes of these campaigns, of which the first that has a code names it. */
export function labelsOf(campaigns: readonly CampaignCodes[]): LabelOf {
  return (column, code) => {
    const own = ownLabels[column];
    const named = own && campaigns.map((codes) => own(codes, code)).find((label) => label !== code);
    return named ?? labelsByColumn[column]?.[code]?.zh ?? code;
  };
}
