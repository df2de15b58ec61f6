import { idOf } from '../../ops/imports/idOf.js';
import type { PastLine, UnderWay } from '../../ops/imports/underWay.js';
import { openDraft } from '../../rules/application/opening.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import { day, type Instant } from '../../rules/calendar/instant.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import type { Policy } from '../../rules/policy/policy.js';
import { sampleDossier } from '../samples/dossier.js';
import { type BackdatedStory, storyEndingBefore } from './backdatedStory.js';
import { candidateOf } from './candidate.js';
import { rulesFor, underFirstRules } from './firstRules.js';
import { paperwork } from './paperwork.js';
import { pathOf } from './paths.js';
import { bodyOf } from './requestBodies.js';
import type { Sample } from './samples.js';
import { amended } from './sampleTexts.js';
import { clerkOf, personIdOf } from './staff.js';

const minute = 60_000;
const submits = new Set(['submit', 'resubmit']);

/** A sample as an application to import, at an instant of the demo campaign. */
export function sampleImport(
  sample: Sample,
  index: number,
  present: Policy,
  calendar: Calendar,
  now: Instant,
): UnderWay {
  const policy = rulesFor(sample, present);
  const candidate = candidateOf(sample, index, policy);
  const { candidacy, unit, account } = candidate;
  const { profile } = candidacy;
  const identity = {
    applicationId: idOf(policy.id, 'sample', String(index)),
    campaignId: policy.id,
    applicantId: account.id,
    unitId: unit.id,
    chain: unit.chain,
    profile,
  };
  const opening = openDraft(identity, policy, calendar);
  const story = sample.story(pathOf(unit, profile, policy));
  const by = now - 5 * minute - sample.ago * day;
  const backdated = storyEndingBefore(by, { opening, story, index }, policy, calendar);
  const whole = sampleDossier(candidacy);
  const rounds = backdated.acts.filter(([{ event }]) => submits.has(event)).length;
  return {
    ...identity,
    openedAt: sample.firstRules ? underFirstRules(policy) : backdated.begin - 2 * day,
    dossier: amended(filledIn(whole, sample.form), Math.max(rounds - 1, 0), sample.republished),
    documents: paperwork(sample, backdated, candidate, whole, now),
    past: linesOf(backdated, whole, sample.republished),
    letters: 'last',
  };
}

function filledIn(whole: Dossier, form: Sample['form']): Dossier {
  if (form === 'complete') return whole;
  const { basicInformation = {}, education = {} } = whole;
  return form === 'half' ? { basicInformation, education } : {};
}

function linesOf({ acts }: BackdatedStory, whole: Dossier, republished: boolean): readonly PastLine[] {
  let rounds = -1;
  return acts.map(([act, facts]) => {
    const { event, receivedAt: at, actor } = act;
    const submission = submits.has(event);
    if (submission) rounds += 1;
    return {
      event,
      at,
      body: bodyOf(act, facts),
      by: { role: actor.role, personId: personOf(facts.campaignId, actor, facts.applicantId) },
      ...(submission ? { dossier: amended(whole, rounds, republished) } : {}),
    };
  });
}

/** Clerks by their unit or department, everybody else by the account of their role. */
function personOf(campaignId: string, { role, scope }: PastActor, applicantId: string): string {
  if (role === 'applicant') return applicantId;
  const bound = role === 'unit' || role === 'department';
  return personIdOf(campaignId, bound ? clerkOf(scope ?? '') : role);
}
type PastActor = BackdatedStory['acts'][number][0]['actor'];
