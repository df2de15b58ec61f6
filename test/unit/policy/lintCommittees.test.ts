import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { committeeOf, minimumMembers } from '../../../rules/policy/committees.js';
import { confirmValue } from '../../../rules/policy/confirmValue.js';
import { lintCommittees } from '../../../rules/policy/lint/lintCommittees.js';
import type { CommitteeRules, Policy, Ruled } from '../../../rules/policy/policy.js';
import { policyTable, usualValues } from '../../../rules/policy/policyTable.js';
import { policyValues } from '../../../rules/policy/policyValues.js';

const codes = (policy: Policy) => lintCommittees(policy).map(({ code, path, severity }) => [code, path, severity]);
/** The policy with some values of its section replaced. */
const having = (
  policy: Policy,
  values: Partial<{ [Name in keyof CommitteeRules]: CommitteeRules[Name] extends Ruled<infer Value> ? Value : never }>,
): Policy => {
  const rules = policy.reviewCommittee;
  const changed = Object.entries(values).map(([name, value]) => [
    name,
    { ...rules[name as keyof CommitteeRules], value },
  ]);
  return { ...policy, reviewCommittee: { ...rules, ...Object.fromEntries(changed) } };
};
const committees = aksu2024.reviewCommittee.committees.value;

describe('the committees of a campaign', () => {
  test('of both notices fit', () => {
    expect(codes(aksu2024)).toEqual([]);
    expect(codes(kizilsu2025)).toEqual([]);
  });

  test('a specialty that no committee judges is named, and the campaign does not open', () => {
    const policy = having(aksu2024, { committees: committees.map((one) => ({ ...one, specialties: ['chemical'] })) });
    expect(codes(policy)).toEqual([['specialty_without_committee', 'reviewCommittee.committees', 'error']]);
    expect(lintCommittees(policy)[0]?.message).toContain('机械电子');
  });

  test('a specialty that two committees judge is named with both', () => {
    const second = {
      code: 'second',
      name: '化工专业评审委员会',
      kind: 'specialty' as const,
      specialties: ['chemical'],
    };
    const policy = having(aksu2024, { committees: [...committees, second] });
    expect(codes(policy)).toEqual([['specialty_in_two_committees', 'reviewCommittee.committees', 'error']]);
    expect(lintCommittees(policy)[0]?.message).toContain('化工专业评审委员会');
  });

  test('a committee whose specialty the campaign does not have is wrong', () => {
    const policy = having(aksu2024, {
      committees: committees.map((one) => ({ ...one, specialties: [...one.specialties, 'astrology'] })),
    });
    expect(codes(policy)).toEqual([['committee_specialty_unknown', 'reviewCommittee.committees', 'error']]);
  });

  // Senior titles: 11 for a specialty by the national rule. 12 is even, 10 even and too few, 9 too few.
  test.each([
    [11, []],
    [12, ['committee_size_even']],
    [13, []],
    [10, ['committee_size_even', 'committee_size_below_minimum']],
    [9, ['committee_size_below_minimum']],
  ])('a minimum of %i members is found to be %j', (minimumSpecialty, found) => {
    expect(codes(having(aksu2024, { minimumSpecialty })).map(([code]) => code)).toEqual(found);
  });

  test('where committees need not be odd, an even minimum is right', () => {
    expect(codes(having(aksu2024, { minimumSpecialty: 12, odd: false }))).toEqual([]);
  });

  test('junior and mid titles are not held to the national sizes, but to the meeting of their own policy', () => {
    expect(codes(having(kizilsu2025, { minimumSpecialty: 9 }))).toEqual([]);
    expect(codes(having(kizilsu2025, { minimumSpecialty: 7 })).map(([code]) => code)).toEqual([
      'committee_size_below_minimum',
    ]);
  });

  test('criteria whose weights are not 100 in sum, or that are named twice, are wrong where defenses are held', () => {
    const half = [{ code: 'knowledge', name: '专业理论水平', weight: 50 }];
    for (const criteria of [[], half, [...half, ...half]]) {
      expect(codes(having(aksu2024, { criteria })).map(([code]) => code)).toEqual(['criteria_weights_wrong']);
      expect(codes(having(kizilsu2025, { criteria }))).toEqual([]);
    }
  });
});

test('the usual rules of a committee wait for each value to be confirmed, which then stays', () => {
  const policy: Policy = {
    ...confirmed(aksu2024),
    reviewCommittee: {
      ...usualValues(policyTable.reviewCommittee),
      committees: confirmed(aksu2024).reviewCommittee.committees,
    },
  };
  const waiting = policyValues(policy).filter(([, one]) => !one.confirmed);
  expect(waiting.map(([path]) => path.split('.')[0])).toEqual(Array(12).fill('reviewCommittee'));
  expect(confirmValue(policy, 'reviewCommittee.odd')?.reviewCommittee.odd.confirmed).toBe(true);
  expect(committeeOf('chemical', policy)?.specialties).toEqual(['mechanical_electronic', 'chemical']);
});

test('a committee for a series is as large as its policy asks of a series', () => {
  expect(minimumMembers({ kind: 'series' }, aksu2024.reviewCommittee)).toBe(25);
  expect(minimumMembers({ kind: 'specialty' }, aksu2024.reviewCommittee)).toBe(11);
  expect(committeeOf('water', kizilsu2025)?.kind).toBe('series');
});
