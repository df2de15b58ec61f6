import { feeOf } from '../../../rules/candidate/fees.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';

test.each([
  ['副高级', 'deputy_senior', 600],
  ['中级', 'mid', 400],
  ['初级', 'junior', 200],
] as const)('a %s candidate pays the fee of the notice', (_freeText, level, yuan) => {
  expect(feeOf({ level, specialty: 'chemical' }, aksu2024)).toBe(yuan * 100);
});

// The campaign asks 160 and 320 yuan; its engineering committee 200 and 400.
test.each([
  ['土建', 'civil', 'mid', 400],
  ['土建', 'civil', 'assistant', 200],
  ['农学', 'agronomy', 'mid', 320],
  ['档案', 'archives', 'member', 160],
] as const)(
  'a candidate of %s pays what their committee asks, or else the campaign',
  (_freeText, specialty, level, yuan) => {
    expect(feeOf({ level, specialty }, kizilsu2025)).toBe(yuan * 100);
  },
);

test('there is no fee for a level that the policy has none for', () => {
  expect(() => feeOf({ level: 'senior', specialty: 'chemical' }, aksu2024)).toThrow('no fee for the level senior');
});
