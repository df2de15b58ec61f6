import { properAct } from '../../../../prover/properAct.js';
import type { Act } from '../../../../rules/application/act.js';
import { decide, isRefusal } from '../../../../rules/application/decide.js';
import { evolve } from '../../../../rules/application/evolve.js';
import type { Facts } from '../../../../rules/application/facts.js';
import { hour, instantOf } from '../../../../rules/calendar/instant.js';
import type { UnmetCondition } from '../../../../rules/candidate/unmetConditions.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { province2025 } from '../../../../rules/policy/campaigns/province2025.js';
import { runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const unmet: readonly UnmetCondition[] = [
  { degree: 'bachelor', holds: 'assistant', years: 4, obtainedBefore: null, obtainedFrom: null, lacks: 'years' },
];
const [submitted, ...others] = stories.committee_audit;
if (submitted === undefined) throw new Error('the story is empty');
const steps: readonly StoryStep[] = [{ event: 'submit', data: { unmet } } as StoryStep, ...others];
const inAudit = runStory(draft(), steps, aksu2024, calendar2024);
const audits = instantOf(aksu2024.audit?.value.opens ?? '') + hour;

function done(facts: Facts, event: Act['event'], more: Partial<Act> = {}) {
  const at = Math.max(facts.lastAt ?? 0, audits) + hour;
  const act = { ...properAct(facts, event, aksu2024, at), ...more };
  const outcome = decide(facts, act, aksu2024, calendar2024, at);
  return isRefusal(outcome) ? outcome : { ...outcome, facts: evolve(facts, outcome) };
}

test('the verdict comes with the submission, and an acceptance without a reason is refused with the conditions', () => {
  expect(inAudit.facts).toMatchObject({ status: 'committee_audit', unmetConditions: unmet });
  const refusal = done(inAudit.facts, 'accept', { freeTextHash: null });
  expect(refusal).toMatchObject({ code: 'free_text_missing', field: 'reason' });
  expect(refusal).toMatchObject({ clause: expect.stringContaining(aksu2024.evidence.conditionsByOffice.clause) });
  expect(refusal).toMatchObject({ message: expect.stringContaining('资格满4年（年限未满）') });
});

test('with a reason it is accepted, and the record says that it was an exception', () => {
  expect(done(inAudit.facts, 'accept')).toMatchObject({ changes: { conditionsWaived: true, defects: [] } });
  expect(done(inAudit.facts, 'refuse')).toMatchObject({ to: 'not_accepted' });
});

test('who meets the conditions is accepted without a reason, and a corrected form is judged anew', () => {
  const { facts } = runStory(draft(), stories.committee_audit, aksu2024, calendar2024);
  const accepted = done(facts, 'accept', { freeTextHash: null });
  expect(isRefusal(accepted as never)).toBe(false);
  expect(accepted).not.toHaveProperty('changes.conditionsWaived');
  const returned = done(inAudit.facts, 'return_for_correction');
  if (!('facts' in returned)) throw new Error('not returned');
  const corrected = (verdict: readonly UnmetCondition[]) => {
    const act = properAct(returned.facts, 'resubmit', aksu2024, audits + 2 * hour);
    return done(returned.facts, 'resubmit', { data: { ...act.data, unmet: verdict } as Act['data'] });
  };
  expect(corrected([])).toMatchObject({ facts: { unmetConditions: [] } });
  expect(corrected(unmet)).toMatchObject({ facts: { unmetConditions: unmet } });
});

test('a notice with conditions says whether the office decides on them', () => {
  expect(province2025.evidence.conditionsByOffice.value).toBe(true);
});
