import { campaignCalendar } from '../../../rules/calendar/campaignCalendar.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { contactLines, contactSentence } from '../../../rules/policy/contact.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { everyValue } from '../../support/everyValue.js';

const missing = (policy: Policy) =>
  lint(policy, campaignCalendar(policy))
    .filter(({ code }) => code === 'contact_missing')
    .map(({ path }) => path);
const off = fromNotice(false, '通知');

describe('Whom a notice names', () => {
  test('the notice of 2024 names everybody but a bank account, which the check says', () => {
    expect(missing(aksu2024)).toEqual(['contact.bank', 'contact.account']);
    expect(contactSentence(aksu2024, 'payment')).toBe('收款单位：阿克苏地区工业和信息化局财务室。');
    expect(contactSentence(aksu2024, 'objection')).toContain('监督举报电话：0997—2122598');
    for (const { clause } of contactLines(aksu2024, 'everything')) expect(clause).toMatch(/^通知 /);
  });

  test('nothing is missed where everything is stated, nor what a campaign does not ask for', () => {
    expect(missing(everyValue)).toEqual([]);
    const names = Object.keys(aksu2024.contact).map((name) => [name, null]);
    const silent = { ...aksu2024, contact: Object.fromEntries(names) as Policy['contact'] };
    const left = { ...silent, stages: { ...silent.stages, payment: off, materials: off } };
    expect(missing(left)).toEqual(['contact.person', 'contact.enquiries', 'contact.reports']);
    expect(contactSentence(silent, 'everything')).toBe('');
  });
});
