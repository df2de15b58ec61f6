import { announcementPage, announcementsPage } from '../../../documents/pages/announcementPages.js';
import { type Instant, instantOf } from '../../../rules/calendar/instant.js';
import { campaignPhase, campaignPhaseLabels, filingRefusal } from '../../../rules/campaign/campaignPhase.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';

const justBefore = (local: string) => instantOf(local) - 1;
const late: Policy = {
  ...aksu2024,
  filing: {
    ...aksu2024.filing,
    applicant: fromNotice('2024-08-10T18:00', '通知 三（一）'),
    byDepartment: fromNotice(
      [{ code: 'baicheng', name: '拜城县', due: '2024-08-05T18:00' }],
      '通知 三（一）：拜城县截止',
    ),
  },
};

describe('What a campaign is called', () => {
  test.each<[string, Policy, Instant]>([
    ['not_begun', aksu2024, justBefore('2024-07-22T00:00')],
    ['filing', aksu2024, instantOf('2024-07-22T00:00')],
    ['filing', aksu2024, justBefore('2024-08-30T18:00')],
    ['review', aksu2024, instantOf('2024-08-30T18:00')],
    ['review', aksu2024, instantOf('2026-01-01T00:00')],
    ['filing', late, justBefore('2024-08-10T18:00')],
    ['forwarding', late, instantOf('2024-08-10T18:00')],
    ['review', late, instantOf('2024-08-30T18:00')],
    ['not_begun', kizilsu2025, justBefore('2025-10-11T10:00')],
  ])('is %s at the edges of its windows', (phase, policy, now) => {
    expect(campaignPhase({ state: 'open', policy }, now)).toBe(phase);
    const page = { id: 'a', title: '评审', policy, phase: campaignPhase({ state: 'open', policy }, now) };
    for (const text of [announcementPage(page), announcementsPage([page])]) {
      expect(text).toContain(campaignPhaseLabels[page.phase].zh);
      expect(text.includes('受理中')).toBe(phase === 'filing');
    }
  });

  test('is never open for filing while it is prepared or closed', () => {
    for (const state of ['preparing', 'closed'] as const)
      expect(campaignPhase({ state, policy: aksu2024 }, instantOf('2024-08-01T00:00'))).toBe(state);
  });

  test('an applicant begins only while the window of their own unit is open', () => {
    const code = (chain: readonly string[], now: Instant) => filingRefusal(chain, late, now)?.code ?? null;
    expect(code([], justBefore('2024-07-22T00:00'))).toBe('window_not_open');
    expect(code([], instantOf('2024-08-05T18:00'))).toBeNull();
    expect(code([], instantOf('2024-08-10T18:00'))).toBe('deadline_passed');
    const below: Policy = { ...late, filing: { ...late.filing, applicant: null } };
    expect(filingRefusal(['baicheng'], below, justBefore('2024-08-05T18:00'))).toBeNull();
    expect(filingRefusal(['baicheng'], below, instantOf('2024-08-05T18:00'))).toMatchObject({
      code: 'deadline_passed',
      clause: '通知 三（一）：拜城县截止',
    });
    expect(filingRefusal(['kuche'], below, instantOf('2024-08-05T18:00'))).toBeNull();
  });
});
