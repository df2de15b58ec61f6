import { workingDayPeriod } from '../../../rules/application/counting/periods.js';
import { isProvisional } from '../../../rules/calendar/calendar.js';
import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import { calendar2024 } from '../../support/facts.js';

const period = { value: 5, clause: '通知 四（二）' };
/** 2024: 古尔邦节 is derived, 06-17 to 06-19. */
const from = (date: string) => workingDayPeriod(date, period, aksu2024, calendar2024);

describe('A festival that is derived and not announced', () => {
  test.each([
    ['passed over', '2024-06-13', true],
    ['begun a day after its end, which may be its last day', '2024-06-19', true],
    ['ended on the eve, which may be its first day', '2024-06-07', true],
    ['two days away', '2024-06-20', false],
    ['weeks away', '2024-08-22', false],
  ])('makes a period provisional that it touches: %s', (_where, start, provisional) => {
    expect(from(start).provisional).toBe(provisional);
  });

  test('makes nothing provisional once it is announced', () => {
    const announced = campaignCalendar({ year: 2025, region: 'xinjiang' });
    expect(isProvisional(announced, '2025-06-09')).toBe(false);
  });
});

describe('The linter', () => {
  const found = (region: 'xinjiang' | 'national') =>
    lint({ ...aksu2024, region }, calendar2024).filter(({ code }) => code === 'region_not_announced');

  test('says for which year the notice of the region is missing', () => {
    expect(found('xinjiang')).toMatchObject([
      { severity: 'warning', date: '2024-04-10', message: expect.stringContaining('新疆维吾尔自治区2024年的放假通知') },
    ]);
    expect(found('national')).toEqual([]);
  });
});
