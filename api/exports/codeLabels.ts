import type { BilingualText } from '../../rules/bilingualText.js';
import { regions } from '../../rules/calendar/overlays/regions.js';
import { entryOf, labelOfCode, usualEmployerKinds } from '../../rules/campaign/codes.js';
import { expertRankLabels } from '../../rules/committee/experts.js';
import { invitationLabels, positionLabels } from '../../rules/committee/seats.js';
import { slotOutcomeLabels } from '../../rules/defense/sessionLaw.js';
import { committeeKindLabels, type Policy } from '../../rules/policy/policy.js';
import { sanctionGroundLabels, sanctionSubjectLabels } from '../../rules/sanctions/sanctions.js';

/** Labels of closed lists, by the column that holds them: elsewhere the same text is what somebody wrote. */
const labelsByColumn: Readonly<Record<string, Readonly<Record<string, BilingualText>>>> = {
  ground: sanctionGroundLabels,
  subject: sanctionSubjectLabels,
  outcome: slotOutcomeLabels,
  rank: expertRankLabels,
  position: positionLabels,
  invitation: invitationLabels,
  region: regions,
  // Of a committee.
  kind: committeeKindLabels,
  // Of a defense session.
  state: { cancelled: slotOutcomeLabels.cancelled },
};

type Named = Pick<Policy, 'codes' | 'specialties' | 'reviewCommittee'>;
type OwnLabel = (policy: Named, code: string) => string;

const specialtyName: OwnLabel = ({ specialties }, code) =>
  specialties.find((specialty) => specialty.code === code)?.name ?? code;

const levelName: OwnLabel = ({ codes }, code) => labelOfCode(codes.levels, code).zh;

/** Labels of a campaign's own codes, by the column that holds them. */
const ownLabels: Readonly<Record<string, OwnLabel>> = {
  level: levelName,
  levels: levelName,
  track: ({ codes }, code) => entryOf(codes.tracks, code)?.fullZh ?? code,
  employerKind: ({ codes }, code) => labelOfCode(codes.employerKinds, code).zh,
  specialty: specialtyName,
  specialties: specialtyName,
  committee: ({ reviewCommittee }, code) =>
    reviewCommittee.committees.value.find((committee) => committee.code === code)?.name ?? code,
  // Of a unit.
  kind: ({ codes }, code) => labelOfCode([...codes.employerKinds, ...usualEmployerKinds], code).zh,
};

/** A function that labels the code of a column in Chinese; any other text stays as it is. */
export type LabelOf = (column: string, code: string) => string;

/** Labels by the codes of these campaigns, of which the first that has a code names it. */
export function labelsOf(policies: readonly Named[]): LabelOf {
  return (column, code) => {
    const own = ownLabels[column];
    const named = own && policies.map((policy) => own(policy, code)).find((label) => label !== code);
    return named ?? labelsByColumn[column]?.[code]?.zh ?? code;
  };
}
