import { roleLabels } from '../../rules/application/labels.js';
import { eventLabels, lifecycle } from '../../rules/application/lifecycle.js';
import { objectionOutcomeLabels } from '../../rules/application/objections.js';
import { paymentChannelLabels } from '../../rules/application/paymentChannels.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { enteredDayLabels, enteredDayStateLabels } from '../../rules/calendar/enteredDays.js';
import { regions } from '../../rules/calendar/overlays/regions.js';
import { entryOf, labelOfCode, usualEmployerKinds } from '../../rules/campaign/codes.js';
import { pauseStateLabels } from '../../rules/campaign/pauseStates.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { conflictKindLabels, conflictSourceLabels } from '../../rules/committee/conflicts.js';
import { drawStateLabels } from '../../rules/committee/draw/drawLaw.js';
import { expertRankLabels } from '../../rules/committee/experts.js';
import { recusalOutcomeLabels } from '../../rules/committee/recusals.js';
import { invitationLabels, positionLabels } from '../../rules/committee/seats.js';
import { slotOutcomeLabels } from '../../rules/defense/sessionLaw.js';
import { paymentOutcomes, resolutionLabels } from '../../rules/fees/paymentOutcomes.js';
import { leadingLabels } from '../../rules/meeting/leading.js';
import { campaignPaperKinds } from '../../rules/papers/campaignPaperKinds.js';
import { paperKinds } from '../../rules/papers/paperKinds.js';
import { requestOutcomeLabels } from '../../rules/people/membership.js';
import { amendmentStateLabels } from '../../rules/policy/amendmentStates.js';
import { setUpStepLabels } from '../../rules/policy/drafts/steps.js';
import { committeeKindLabels, type Policy } from '../../rules/policy/policy.js';
import { sanctionGroundLabels, sanctionSubjectLabels } from '../../rules/sanctions/sanctions.js';
import { lineReasons, lineVerdicts } from '../../rules/statements/verdicts.js';
import {
  deliveries,
  directionLabels,
  drawActs,
  invitationAnswers,
  kinds,
  lineOutcomeLabels,
  motionEnds,
  rowOutcomes,
  rowVerdicts,
  states,
} from './listCodes.js';

type Labels = Readonly<Record<string, BilingualText>>;

/** Of an objection: the publicity it was raised in. */
const stageLabels = { unit_publicity: lifecycle.unit_publicity, public_notice: lifecycle.public_notice };

/** Labels of closed lists, by the column that holds them: elsewhere the same text is what somebody wrote. */
const labelsByColumn: Readonly<Record<string, readonly Labels[]>> = {
  role: [roleLabels],
  roles: [roleLabels],
  requestedByRole: [roleLabels],
  askedRole: [roleLabels],
  event: [eventLabels],
  status: [lifecycle],
  part: [feePartLabels],
  channel: [paymentChannelLabels],
  resolution: [resolutionLabels],
  ground: [sanctionGroundLabels],
  subject: [sanctionSubjectLabels],
  stage: [stageLabels],
  outcome: [
    paymentOutcomes,
    slotOutcomeLabels,
    objectionOutcomeLabels,
    recusalOutcomeLabels,
    requestOutcomeLabels,
    rowOutcomes,
    lineOutcomeLabels,
  ],
  rank: [expertRankLabels],
  position: [positionLabels],
  invitation: [invitationLabels],
  region: [regions],
  source: [conflictSourceLabels],
  step: [setUpStepLabels],
  by: [leadingLabels],
  kind: [committeeKindLabels, conflictKindLabels, enteredDayLabels, paperKinds, campaignPaperKinds, kinds],
  // Of a defense session, an amendment, a pause, a draw, a day of the calendar; then of what has no label elsewhere.
  state: [
    { cancelled: slotOutcomeLabels.cancelled },
    amendmentStateLabels,
    pauseStateLabels,
    drawStateLabels,
    enteredDayStateLabels,
    states,
  ],
  verdict: [rowVerdicts, lineVerdicts],
  reason: [lineReasons],
  direction: [directionLabels],
  delivery: [deliveries],
  acts: [drawActs],
  answers: [invitationAnswers],
  voidedBy: [motionEnds],
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
    return named ?? labelsByColumn[column]?.find((labels) => Object.hasOwn(labels, code))?.[code]?.zh ?? code;
  };
}
