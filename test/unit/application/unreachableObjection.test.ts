import { dueTransition } from '../../../rules/application/timers.js';
import { day } from '../../../rules/calendar/instant.js';
import { channelTo, normalContact } from '../../../rules/people/contact.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const holding: Policy = {
  ...aksu2024,
  reviewCommittee: { ...aksu2024.reviewCommittee, unreachableObjectionHolds: byDefault(true, '测试') },
};
const raised = (unreachable: boolean): StoryStep => ({
  event: 'raise_objection',
  role: 'public',
  data: unreachable ? { unreachable } : {},
});

describe.each(['unit_publicity', 'public_notice'] as const)('An objection in %s', (status) => {
  const endOf = (steps: readonly StoryStep[], policy: Policy) => {
    const { facts, at } = runStory(draft(), [...stories[status], ...steps], policy, calendar2024);
    return { facts, ended: dueTransition(facts, policy, calendar2024, at + 30 * day)?.event ?? null };
  };

  test('whose author cannot be reached is filed and holds nothing up, unless the policy says so', () => {
    const { facts, ended } = endOf([raised(true)], aksu2024);
    expect(facts.objections).toMatchObject([{ outcome: null, unreachable: true }]);
    expect(ended).toMatch(/publicity_ended|notice_ended/);
    expect(endOf([raised(true)], holding).ended ?? '').not.toMatch(/publicity_ended|notice_ended/);
  });

  test('of somebody who can be reached holds it up, beside another or alone', () => {
    expect(endOf([raised(true), raised(false)], aksu2024).ended ?? '').not.toMatch(/publicity_ended|notice_ended/);
    expect(endOf([raised(false)], aksu2024).ended ?? '').not.toMatch(/publicity_ended|notice_ended/);
  });

  test('whose author cannot be reached can be upheld all the same', () => {
    const upheld: StoryStep = { event: 'resolve_objection', data: { outcome: 'upheld' } };
    expect(endOf([raised(true), upheld], aksu2024).facts.status).toMatch(/not_recommended|disqualified/);
  });
});

test('a code goes to a mail address or a mobile number, however it is written', () => {
  expect(channelTo('wang@example.org')).toBe('mail');
  for (const typed of ['13800001111', '+86 138-0000-1111', '１３８０００01111', '008613800001111'])
    expect(channelTo(normalContact(typed))).toBe('sms');
  for (const none of ['12800001111', '0997-2123456', '王五', 'a@b', 'x@y.z,v@w.u', '1380000111'])
    expect(channelTo(normalContact(none))).toBeNull();
});
