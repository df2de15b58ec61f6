import { parsePolicy } from '../../../api/policy/parsePolicy.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';

test('a policy as a file comes back as it was', () => {
  expect(parsePolicy(JSON.stringify(kizilsu2025))).toEqual(JSON.parse(JSON.stringify(kizilsu2025)));
});

test('each field that is missing, wrong or unknown is named, in both languages', () => {
  const { filing: _, ...rest } = kizilsu2025;
  const broken = JSON.stringify({ ...rest, year: 'soon', quorum: 1, fees: { ...kizilsu2025.fees, value: 3 } });
  expect(() => parsePolicy(broken)).toThrow(
    [
      'year: 应为数字。 / It has to be a number.',
      'filing: 必填。 / This is required.',
      'fees.value: 应为对象。 / It has to be an object.',
      'quorum: 没有这个字段，请删除。 / There is no such field; please remove it.',
    ].join('\n'),
  );
});
