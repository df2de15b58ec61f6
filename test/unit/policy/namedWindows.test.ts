import { instantOf, type LocalDateTime } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { shippedPolicies } from '../../../rules/policy/campaigns/shipped.js';
import { cutoffLabel, filingCutoffOf, filingStages, ownerOf } from '../../../rules/policy/filingCutoffs.js';
import { type Policy, windowNames } from '../../../rules/policy/policy.js';
import {
  departmentWindows,
  filingWindowOf,
  filingWindows,
  lastDayOf,
  windowOf,
  windowsByCandidate,
  windowsOfCommittee,
  windowsOfDefenseFee,
} from '../../../rules/policy/policyWindows.js';
import { holds, isEntrusted, obligationsAround } from '../../../rules/policy/stagePlan.js';
import { deputySenior } from '../../support/facts.js';

const clause = '通知 三（一）：县工信局';
const county = { code: 'department-1', name: '温宿县工信局', due: '2024-08-23T18:00' };
const byCounty: Policy = { ...aksu2024, filing: { ...aksu2024.filing, byDepartment: fromNotice([county], clause) } };
const window = (opens: LocalDateTime, due: LocalDateTime) => ({ opens, due });

describe('A cutoff of filing', () => {
  test('is called after whom it binds', () => {
    const labels = filingStages.map((stage) => cutoffLabel({ stage, name: '温宿县工信局' }).zh);
    expect(new Set(labels).size).toBe(filingStages.length);
    expect(cutoffLabel({ stage: 'byDepartment', name: '温宿县工信局' })).toEqual({
      zh: '温宿县工信局报送截止',
      en: 'Cutoff for 温宿县工信局',
    });
    expect(cutoffLabel({ stage: 'unit', name: null }).zh).toBe('单位报送截止');
  });

  test('is owned by the one department whose own it is, else by a stage alone', () => {
    const ownerFor = (chain: readonly string[], policy: Policy) =>
      ownerOf(filingCutoffOf('department', { chain }, policy));
    expect(ownerFor(['department-1'], byCounty)).toEqual({
      stage: 'byDepartment',
      department: county.code,
      name: county.name,
    });
    expect(ownerFor(['elsewhere'], byCounty)).toEqual({ stage: 'committee', department: null, name: null });
  });

  test('of a unit is that of the first department above it, whichever has the application later', () => {
    const chain = ['department-1', 'prefecture'];
    for (const level of [0, 1, 2])
      expect(filingCutoffOf('unit', { chain, level }, byCounty).department).toEqual(county);
    expect(filingCutoffOf('department', { chain, level: 1 }, byCounty).department).toBeNull();
  });

  test('is a window of the same name, clause and instants wherever it is shown', () => {
    for (const policy of shippedPolicies) {
      const listed = filingWindows(policy);
      for (const turn of ['applicant', 'unit'] as const) {
        const own = filingWindowOf(turn, policy, ['*']);
        expect(listed).toContainEqual(own);
        expect(own.due).toBe(instantOf(filingCutoffOf(turn, { chain: ['*'] }, policy).value));
      }
      expect(new Set(listed.map(({ zh }) => zh)).size).toBe(listed.length);
    }
    const [own] = departmentWindows(byCounty);
    expect(filingWindowOf('unit', byCounty, ['department-1'])).toEqual(own);
    expect(own).toEqual({
      path: 'filing.byDepartment',
      zh: '温宿县工信局报送',
      en: 'Submission by 温宿县工信局',
      clause,
      opens: instantOf(aksu2024.filing.opens.value),
      due: instantOf(county.due),
    });
    expect(departmentWindows(aksu2024)).toEqual([]);
  });
});

test('the last day of a window is the one it ends, or ends in', () => {
  const lastDay = (due: LocalDateTime) => lastDayOf({ due: instantOf(due) });
  expect(
    ['2024-08-29T24:00', '2024-08-30T00:00', '2024-08-30T00:01', '2024-08-30T18:00'].map((due) =>
      lastDay(due as LocalDateTime),
    ),
  ).toEqual(['2024-08-29', '2024-08-29', '2024-08-30', '2024-08-30']);
});

describe('The windows of the committee’s work', () => {
  const [committee] = aksu2024.reviewCommittee.committees.value;
  if (!committee) throw new Error('no committee');
  // Windows that share a beginning, an end, or both with another one.
  const late = window('2024-08-10T00:00', '2024-09-20T24:00');
  const short = window('2024-09-12T00:00', '2024-09-15T24:00');
  const policy: Policy = {
    ...aksu2024,
    reviewCommittee: {
      ...aksu2024.reviewCommittee,
      committees: fromNotice(
        [
          { ...committee, specialties: ['mechanical_electronic'] },
          { ...committee, code: 'chemistry', name: '化工评委会', specialties: ['chemical'], windows: { audit: late } },
        ],
        '通知 六',
      ),
    },
    levelWindows: fromNotice([{ level: 'junior', payment: short }], '通知 三（二）：初级'),
  };
  const without = (stage: 'payment' | 'materials'): Policy => ({
    ...policy,
    stages: { ...policy.stages, [stage]: fromNotice(false, '通知') },
  });
  const listed = (of: Policy) => windowsOfCommittee(of).map(({ path, name }) => `${path} ${name}`);
  const everywhere = [
    'audit audit',
    'payment payment',
    'materials materials',
    'reviewCommittee.committees audit',
    'levelWindows payment',
  ];

  test('are those of the campaign, then of committees, then of levels, each with its name and clause', () => {
    expect(listed(policy)).toEqual(everywhere);
    expect(windowsOfCommittee(policy).slice(3)).toMatchObject([
      { zh: '化工评委会审核', en: '化工评委会: audit', clause: '通知 六', written: late },
      { zh: '初级缴费', clause: '通知 三（二）：初级', written: short },
    ]);
    expect(listed(aksu2024)).toEqual(everywhere.slice(0, 3));
    expect(listed({ ...aksu2024, audit: null })).toEqual(everywhere.slice(1, 3));
  });

  test('are not listed for a stage that is not held', () => {
    expect(listed(without('payment'))).toEqual(everywhere.filter((one) => !one.endsWith('payment')));
    expect(listed(without('materials'))).toEqual(everywhere.filter((one) => !one.endsWith('materials')));
  });

  test('are those of each candidate, one set for each that differs', () => {
    const sets = windowsByCandidate(policy).map((set) =>
      windowNames.map((name) => [set[name]?.name, set[name]?.opens, set[name]?.due]),
    );
    const wanted = policy.levels.value.flatMap((level) =>
      ['mechanical_electronic', 'chemical'].map((specialty) =>
        windowNames.map((name) => {
          const own = windowOf(name, { level, specialty }, policy)?.value;
          return [name, own && instantOf(own.opens), own && instantOf(own.due)];
        }),
      ),
    );
    for (const one of wanted) expect(sets).toContainEqual(one);
    expect(sets).toHaveLength(4);
  });

  test('of a specialty that no committee judges are those of the campaign', () => {
    expect(windowOf('audit', { ...deputySenior, specialty: 'of nobody' }, policy)?.value).toEqual(policy.audit?.value);
  });
});

test('the window of the defense fee is listed where the notice sets one', () => {
  const fee = (own: ReturnType<typeof window> | null) => ({
    defenseFee: fromNotice({ fees: { deputy_senior: 10_000 }, window: own, workingDays: 5 }, '通知 四'),
  });
  const own = window('2024-09-10T00:00', '2024-09-12T24:00');
  expect(windowsOfDefenseFee(fee(own))).toMatchObject([
    { path: 'defenseFee', clause: '通知 四', opens: instantOf(own.opens), due: instantOf(own.due), written: own },
  ]);
  expect(windowsOfDefenseFee(fee(null))).toEqual([]);
  expect(windowsOfDefenseFee({ defenseFee: null })).toEqual([]);
});

describe('What candidates owe', () => {
  test('is asked on its own side of the audit', () => {
    const stages = (payment: boolean, materials: boolean): Policy => ({
      ...aksu2024,
      stages: {
        ...aksu2024.stages,
        paymentBeforeAudit: fromNotice(payment, '通知'),
        materialsBeforeAudit: fromNotice(materials, '通知'),
      },
    });
    const asked = (policy: Policy) =>
      (['before', 'after'] as const).map((side) => obligationsAround(side, deputySenior, policy));
    expect(asked(stages(false, false))).toEqual([[], ['payment', 'materials']]);
    expect(asked(stages(true, false))).toEqual([['payment'], ['materials']]);
    expect(asked(stages(false, true))).toEqual([['materials'], ['payment']]);
    expect(asked(stages(true, true))).toEqual([['payment', 'materials'], []]);
  });

  test('on a track that the policy does not name is what the campaign asks of everybody, and nobody else reviews it', () => {
    const unnamed = { ...deputySenior, track: 'unnamed' };
    expect(holds('payment', unnamed, aksu2024)).toBe(true);
    expect(isEntrusted(unnamed, aksu2024)).toBe(false);
  });
});
