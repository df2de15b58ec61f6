import { evolve } from '../../../rules/application/evolve.js';
import { codesOf } from '../../../rules/codesOf.js';
import { type FeeChange, feeChanges } from '../../../rules/fees/feeChanges.js';
import { feeEventLabels, feeLaw, feeStateLabels, stateAfter } from '../../../rules/fees/feeStates.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const parts: Policy = {
  ...aksu2024,
  defenseFee: fromNotice({ fees: { deputy_senior: 20_000 }, window: null, workingDays: 3 }, '通知：答辩费'),
};

/** What a story does to fees, as `part event amount`. */
function changesOf(story: readonly StoryStep[], policy: Policy): readonly string[] {
  const opening = draft();
  const { transitions } = runStory(opening, story, policy, calendar2024);
  let facts = opening;
  const found: FeeChange[] = [];
  for (const transition of transitions) {
    found.push(...feeChanges(facts, transition, policy));
    facts = evolve(facts, transition);
  }
  return found.map(({ part, event, amount, basis }) => [part, event, amount, basis ?? []].flat().join(' '));
}
const { payment } = stories;

test('a fee arises with the acceptance and ends with the payment', () => {
  expect(changesOf(payment, aksu2024)).toEqual(['review arise 60000']);
  expect(changesOf([...payment, 'receive_materials', 'confirm_payment'], aksu2024)).toEqual([
    'review arise 60000',
    'review pay 60000',
  ]);
});

test('a fee in two parts arises part by part', () => {
  expect(changesOf([...payment, 'receive_materials', 'confirm_payment', 'confirm_defense_fee'], parts)).toEqual([
    'review arise 60000',
    'review pay 60000',
    'defense arise 20000',
    'defense pay 20000',
  ]);
});

test('a fee that nobody paid ends with the application', () => {
  expect(changesOf([...payment, 'withdraw'], aksu2024)).toEqual(['review arise 60000', 'review end 60000']);
  // Paid, and withdrawn afterwards: the fee stays paid.
  expect(changesOf([...payment, 'confirm_payment', 'withdraw'], aksu2024)).toEqual([
    'review arise 60000',
    'review pay 60000',
  ]);
});

test('who pays nothing by a clause is noted with it at the acceptance', () => {
  const exempt: Policy = { ...aksu2024, feeExemptEmployers: fromNotice(['public_institution'], '通知 八') };
  expect(changesOf(payment, exempt)).toEqual(['review exempt 60000 通知 八']);
  const free: Policy = { ...aksu2024, fees: fromNotice({ junior: 0, mid: 0, deputy_senior: 0 }, '通知 八') };
  expect(changesOf(payment, free)).toEqual([]);
});

test('an amendment changes what is owed, and nothing where it changes nothing', () => {
  const { facts } = runStory(draft(), payment, aksu2024, calendar2024);
  const amended = { event: 'amend_policy', changes: {}, to: facts.status } as const;
  const known = { part: 'review', amount: 60_000, state: 'issued' } as const;
  expect(feeChanges(facts, amended, aksu2024, [known])).toEqual([]);
  const dearer: Policy = { ...aksu2024, fees: fromNotice({ ...aksu2024.fees.value, deputy_senior: 50_000 }, '通知') };
  expect(feeChanges(facts, amended, dearer, [known])).toMatchObject([{ event: 'arise', amount: 50_000 }]);
  const none: Policy = { ...aksu2024, stages: { ...aksu2024.stages, payment: fromNotice(false, '通知') } };
  expect(feeChanges(facts, amended, none, [known])).toMatchObject([{ event: 'end', amount: 60_000 }]);
  expect(feeChanges(facts, amended, none, [{ ...known, state: 'paid' }])).toEqual([]);
});

describe('The states of a fee', () => {
  test('go 赋码 → 生成 → 已缴 → 核对 → 核销', () => {
    const path = (['issue', 'pay', 'check', 'write_off'] as const).reduce(
      (state, event) => stateAfter(state, event) ?? state,
      'coded' as keyof typeof feeStateLabels,
    );
    expect(path).toBe('written_off');
  });

  test('take no event but those of the table', () => {
    const taken = codesOf(feeStateLabels).flatMap((state) =>
      codesOf(feeEventLabels).flatMap((event) => (stateAfter(state, event) === null ? [] : `${state} ${event}`)),
    );
    const written = Object.entries(feeLaw).flatMap(([state, events]) =>
      Object.keys(events).map((one) => `${state} ${one}`),
    );
    expect(taken.toSorted()).toEqual(written.toSorted());
    expect(stateAfter('refunded', 'pay')).toBeNull();
    expect(stateAfter('void', 'pay')).toBeNull();
  });
});
