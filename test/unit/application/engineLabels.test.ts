import { openDraft } from '../../../rules/application/opening.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { describe as detailsOf } from '../../../workflows/application/details.js';
import { nextDate } from '../../../workflows/application/nextDate.js';
import { startOptions } from '../../../workflows/application/startOptions.js';
import { calendar2024, deputySenior } from '../../support/facts.js';

const identity = { applicationId: 'a', campaignId: 'aksu-2024', applicantId: 'p', unitId: 'unit-1', chain: [] };
const facts = openDraft({ ...identity, profile: deputySenior }, aksu2024, calendar2024);
const lastAt = Date.parse('2024-07-23T03:00:00Z');

describe('In the Temporal UI', () => {
  test('the list of what is due and parked stands below its heading, a line each', () => {
    const lines = detailsOf(facts, new Map([['mail:12', '通知邮件未能发出']])).split('\n');
    expect(lines[0]).toMatch(/^\*\*填报\*\*/);
    // Without the empty line it makes one paragraph of all of it.
    expect(lines[1]).toBe('');
    expect(lines.slice(2).every((line) => line.startsWith('- '))).toBe(true);
    expect(lines.at(-1)).toBe('- ⚠ 待处理步骤 `mail:12`：通知邮件未能发出');
  });

  test('an application that comes with a past says when in the words of Beijing', () => {
    const input = {
      number: '2024-AKSU-00417-5',
      facts: { ...facts, lastAt },
      policy: aksu2024,
      clockOffset: 0,
      remindedUpTo: 0,
    };
    const { staticDetails, staticSummary } = startOptions(input, 'http://portal');
    expect(staticSummary).toBe('2024-AKSU-00417-5 · unit-1 · 副高级 · 机械电子');
    expect(staticDetails).toContain('**\n\n- 申报编号：2024-AKSU-00417-5\n');
    expect(staticDetails).toContain('- 开始时的环节：填报（2024年7月23日 周二 11:00）\n');
  });

  test('a timer says what it waits for, and until when', () => {
    const { filing_cutoff } = facts.deadlines;
    const due = filing_cutoff?.due ?? 0;
    const state = { facts, policy: aksu2024, calendar: calendar2024, remindedUpTo: due, followsAfter: null };
    const cutoff = '提交至评委会截止（2024年8月30日 周五 18:00），届时逾期未报送至评委会';
    expect(nextDate(state, null)?.label()).toBe(cutoff);
    const following = nextDate({ ...state, followsAfter: 90_000 }, null);
    expect(following?.at).toBe(due + 90_000);
    expect(following?.label()).toBe(`${cutoff}，由所属年度评审统一登记，本流程随后跟进`);
    expect(nextDate({ ...state, remindedUpTo: 0 }, null)?.label()).toMatch(/^发送办理已开始（2024年/);
    expect(nextDate(state, 1)?.label()).toBe('更新检索属性');
    expect(nextDate({ ...state, facts: { ...facts, deadlines: {} } }, null)).toBeNull();
  });
});
