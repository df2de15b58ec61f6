import type { Facts, Profile } from '../application/facts.js';
import { happyPath } from '../application/happyPath.js';
import { type EventName, events, lifecycle, type Status, statuses } from '../application/lifecycle.js';
import { mayRepublish } from '../application/publicity/republish.js';
import type { BilingualText } from '../bilingualText.js';
import type { OmissibleStage } from '../campaign/codes.js';
import type { Policy } from '../policy/policy.js';
import { holds, isEntrusted, obligations, obligationsAround, owesDefenseFee } from '../policy/stagePlan.js';
import { obligationsLabel, statusLabelIn } from './labelsOfTrack.js';

/** A status that an application or a campaign has, by the name it has there. */
export interface PlannedStatus extends BilingualText {
  readonly name: Status;
  /** Whether it is a step of the way to the title. */
  readonly main: boolean;
  /** Whether the application is there; in a campaign's list nobody is. */
  readonly here: boolean;
}

/** The stages a status belongs to, any of them; a status that is not listed belongs to every track. */
const stagesOf: Readonly<Partial<Record<Status, readonly OmissibleStage[]>>> = {
  payment: obligations,
  defense: ['defense'],
  review: ['meeting'],
  public_notice: ['public_notice'],
};

/** Events of a review that another committee carries out. */
const entrustedEvents: readonly EventName[] = events.filter(
  (event) => event !== 'withdraw' && Object.hasOwn(lifecycle.entrusted.events, event),
);

/** Whether those of these candidates who are not exempt pay for their defense. */
const paysForDefense = (takes: Pick<Profile, 'track' | 'level'>, policy: Policy): boolean =>
  owesDefenseFee({ ...takes, defenseExempt: false }, policy);

/** Whether candidates have an event: none is shown that belongs to a stage their track or campaign leaves out. */
export function hasEvent(event: EventName, takes: Pick<Profile, 'track' | 'level'>, policy: Policy): boolean {
  if (event === 'confirm_payment') return holds('payment', takes, policy);
  if (event === 'receive_materials') return holds('materials', takes, policy);
  if (event === 'confirm_defense_fee' || event === 'defense_fee_due') return paysForDefense(takes, policy);
  if (entrustedEvents.includes(event)) return isEntrusted(takes, policy);
  const ofPublicity = event === 'keep_publicity' || event === 'retract_publicity';
  return !ofPublicity || policy.stages.unitPublicity.value;
}

/** Whether candidates have a status that no stage of the campaign stands for. */
function ownStatus(status: Status, takes: Pick<Profile, 'track' | 'level'>, policy: Policy): boolean {
  if (status === 'defense_payment') return paysForDefense(takes, policy);
  if (status === 'not_passed') return holds('meeting', takes, policy) || isEntrusted(takes, policy);
  return status !== 'entrusted' || isEntrusted(takes, policy);
}

/** Whether a campaign has a status at all, for tracks that leave out nothing. */
function switchedOn(status: Status, policy: Policy): boolean {
  if (status === 'unit_publicity') return policy.stages.unitPublicity.value;
  if (status === 'correction_publicity') return mayRepublish(policy);
  return status !== 'correction_review' || policy.correctionViaUnit.value || mayRepublish(policy);
}

/** Whether a candidate can stand in a status at all: their campaign and their track have what it is for. */
export function hasStatus(status: Status, takes: Pick<Profile, 'track' | 'level'>, policy: Policy): boolean {
  const staged = stagesOf[status]?.some((stage) => holds(stage, takes, policy)) ?? true;
  return staged && switchedOn(status, policy) && ownStatus(status, takes, policy);
}

/** Steps of the way first, in their order, then the others. */
const inOrder: readonly Status[] = [...happyPath, ...statuses.filter((status) => !happyPath.includes(status))];

/**
 * The statuses an application may have by its track and campaign, and the one it has. What is asked before the audit comes
 * before it; where only one of fee and originals does, the status is there twice, each time by what is asked then.
 */
export function statusesFor(
  { profile, status: present, acceptedAt }: Pick<Facts, 'profile' | 'status' | 'acceptedAt'>,
  policy: Policy,
): readonly PlannedStatus[] {
  const audited = acceptedAt !== null;
  const has = (status: Status) => status === present || hasStatus(status, profile, policy);
  const step = (name: Status, label: BilingualText, here: boolean): PlannedStatus => {
    return { name, main: happyPath.includes(name), here, zh: label.zh, en: label.en };
  };
  const asked = (audit: 'before' | 'after') => {
    const here = present === 'payment' && audited === (audit === 'after');
    const due = here || obligationsAround(audit, profile, policy).length > 0;
    return due ? [step('payment', obligationsLabel(audit, profile, policy), here)] : [];
  };
  return inOrder.filter(has).flatMap((name) => {
    if (name === 'payment') return asked('after');
    const own = step(name, lifecycle[name], name === present);
    return name === 'committee_audit' ? [...asked('before'), own] : [own];
  });
}

/** Each track and level that a campaign offers. */
function everyone({ codes, levels }: Policy): readonly Pick<Profile, 'track' | 'level'>[] {
  return codes.tracks.flatMap(({ code: track, levels: own }) =>
    (own ?? levels.value).map((level) => ({ track, level })),
  );
}

/** The events that no candidate of a campaign has. */
export function eventsLeftOut(policy: Policy): readonly EventName[] {
  const takes = everyone(policy);
  return events.filter((event) => !takes.some((each) => hasEvent(event, each, policy)));
}

/** The statuses that some candidate of a campaign may have, by names that are true for all of them. */
export function statusesIn(policy: Policy): readonly PlannedStatus[] {
  const takes = everyone(policy);
  const held = (stage: OmissibleStage) => takes.some((each) => holds(stage, each, policy));
  return inOrder
    .filter((status) => switchedOn(status, policy) && takes.some((each) => ownStatus(status, each, policy)))
    .filter((status) => stagesOf[status]?.some(held) ?? true)
    .map((name) => ({ name, main: happyPath.includes(name), here: false, ...statusLabelIn(name, policy) }));
}
