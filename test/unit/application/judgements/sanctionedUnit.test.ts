import { properAct } from '../../../../prover/properAct.js';
import { decide } from '../../../../rules/application/decide.js';
import { findLaw, type Role, statuses, turnOf } from '../../../../rules/application/lifecycle.js';
import { hour } from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { askedToRecommend } from '../../../../rules/sanctions/sanctionedUnit.js';
import { runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const standing = runStory(draft(), stories.recommendation, aksu2024, calendar2024);
const atUnit = runStory(draft(), stories.unit_review, aksu2024, calendar2024);

type Deciding = 'recommend' | 'decline';
function recommended(
  role: Role,
  unitSanctionedUntil: string | null,
  policy: Policy = aksu2024,
  event: Deciding = 'recommend',
  { facts, at: since } = standing,
) {
  const at = since + hour;
  const act = properAct(facts, event, policy, at, { role, data: { unitSanctionedUntil } as object });
  return decide(facts, act, policy, calendar2024, at);
}

test('a unit under sanction does not recommend; the department above it does in its place', () => {
  expect(recommended('unit', null)).toMatchObject({ to: 'superior_review' });
  expect(recommended('unit', '2027-08-01')).toMatchObject({ code: 'sanctioned' });
  expect(recommended('department', '2027-08-01')).toMatchObject({ to: 'superior_review' });
  expect(recommended('department', null)).toMatchObject({ code: 'role_not_allowed' });
});

test('by the policy nobody recommends in its place, and the application waits for the sanction to end', () => {
  const sanctions = { ...aksu2024.sanctions, unitPassedBy: byDefault(false, '通知 五（一）') };
  expect(recommended('department', '2027-08-01', { ...aksu2024, sanctions })).toMatchObject({
    code: 'role_not_allowed',
  });
  expect(recommended('unit', null, { ...aksu2024, sanctions })).toMatchObject({ to: 'superior_review' });
});

test.each([
  ['after the publicity', standing],
  ['before it', atUnit],
] as const)('where it recommends, the department also declines in its place, %s', (_when, where) => {
  const declined = (role: Role, until: string | null, policy: Policy = aksu2024) =>
    recommended(role, until, policy, 'decline', where);
  expect(declined('unit', null)).toMatchObject({ to: 'not_recommended' });
  expect(declined('unit', '2027-08-01')).toMatchObject({ code: 'sanctioned' });
  expect(declined('department', '2027-08-01')).toMatchObject({ to: 'not_recommended' });
  expect(declined('department', null)).toMatchObject({ code: 'role_not_allowed' });
  const sanctions = { ...aksu2024.sanctions, unitPassedBy: byDefault(false, '通知 五（一）') };
  expect(declined('department', '2027-08-01', { ...aksu2024, sanctions })).toMatchObject({ code: 'role_not_allowed' });
  expect(declined('unit', '2027-08-01', { ...aksu2024, sanctions })).toMatchObject({ to: 'not_recommended' });
});

test('wherever an application stands at its unit before the recommendation, a unit under sanction declines none', () => {
  const deciding = statuses.filter((status) => turnOf(status) === 'unit' && findLaw(status, 'decline'));
  expect(deciding).toEqual(['unit_review', 'recommendation']);
  for (const status of deciding) expect(findLaw(status, 'decline')?.guards).toContain('decliner_fit');
});

test('who is told that an application waits: its unit, else the department above by the policy, else the office', () => {
  const sanctions = { ...aksu2024.sanctions, unitPassedBy: byDefault(false, '通知 五（一）') };
  expect(askedToRecommend(standing.facts, aksu2024, null)).toBe('unit');
  expect(askedToRecommend(standing.facts, aksu2024, '2027-08-01')).toBe('department');
  expect(askedToRecommend({ chain: [] }, aksu2024, '2027-08-01')).toBe('office');
  expect(askedToRecommend(standing.facts, { sanctions }, '2027-08-01')).toBe('office');
});

test('after the second department has returned it, the department that recommends is still the one above the unit', () => {
  const chain = ['department-1', 'department-2'];
  const there: readonly StoryStep[] = [
    ...stories.recommendation,
    'recommend',
    'forward',
    'return_to_unit',
    'keep_publicity',
  ];
  const { facts, at } = runStory(draft({ chain }), there, aksu2024, calendar2024);
  expect(facts).toMatchObject({ status: 'recommendation', chainLevel: 0 });
  const act = properAct(facts, 'recommend', aksu2024, at + hour, {
    role: 'department',
    data: { unitSanctionedUntil: '2027-08-01' } as object,
  });
  expect(act.actor.scope).toBe('department-1');
  expect(decide(facts, act, aksu2024, calendar2024, at + hour)).toMatchObject({ to: 'superior_review' });
});
