import { isFree } from '../../../../rules/candidate/fees.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { obligationsAround } from '../../../../rules/policy/stagePlan.js';
import { runStory, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const free: Policy = { ...aksu2024, fees: fromNotice({ junior: 0, mid: 0, deputy_senior: 0 }, '通知 五（四）') };
const exempt: Policy = { ...aksu2024, feeExemptEmployers: fromNotice(['public_institution'], '通知 五（四）') };
const noOriginals = (policy: Policy): Policy => ({
  ...policy,
  stages: { ...policy.stages, materials: fromNotice(false, '通知 三（四）') },
});
const accepted = (policy: Policy) =>
  runStory(draft(), [...stories.committee_audit, 'accept'], policy, calendar2024).facts;

describe.each([
  ['a fee of nothing', free],
  ['an exemption from the fee', exempt],
])('With %s', (_name, policy) => {
  test('nobody waits for a payment: the originals alone are asked for', () => {
    const facts = accepted(policy);
    expect(facts.status).toBe('payment');
    expect(obligationsAround('after', facts.profile, policy)).toEqual(['materials']);
    const waiting = [...stories.committee_audit, 'accept', 'receive_materials'] as const;
    expect(runStory(draft(), waiting, policy, calendar2024).facts.status).toBe('defense');
  });

  test('and without originals the application goes straight on, with no deadline to miss', () => {
    const facts = accepted(noOriginals(policy));
    expect(facts).toMatchObject({ status: 'defense', deadlines: {} });
  });
});

test('payment and originals are two switches: either is left out by itself', () => {
  const { profile } = draft();
  expect(obligationsAround('after', profile, aksu2024)).toEqual(['payment', 'materials']);
  expect(obligationsAround('after', profile, noOriginals(aksu2024))).toEqual(['payment']);
  const stages = { ...aksu2024.stages, payment: fromNotice(false, '通知 三（三）') };
  expect(obligationsAround('after', profile, { ...aksu2024, stages })).toEqual(['materials']);
});

test('people of other employers pay', () => {
  expect(isFree({ ...draft().profile, employerKind: 'private_enterprise' }, exempt)).toBe(false);
});
