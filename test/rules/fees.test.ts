import { aksu2024 } from '../../rules/campaigns/aksu2024.js';
import { feeOf } from '../../rules/fees.js';

test.each([
  ['副高级', 'deputy_senior', 600],
  ['中级', 'mid', 400],
  ['初级', 'junior', 200],
] as const)('a %s candidate pays the fee of the notice', (_words, level, yuan) => {
  expect(feeOf(level, aksu2024)).toBe(yuan * 100);
});
