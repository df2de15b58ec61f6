import { PolicyBody } from '../../../../api/policy/policyBody.js';
import { properAct } from '../../../../prover/properAct.js';
import { decide, mayAct } from '../../../../rules/application/decide.js';
import type { Facts } from '../../../../rules/application/facts.js';
import { day, hour, instantOf, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { remindersIn } from '../../../../rules/notifications/reminders.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { clausesOf, fromNotice } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { policyFor, runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const policy: Policy = {
  ...policyFor('entrusted', aksu2024),
  clauses: { ...aksu2024.clauses, ...clausesOf({ entrusted_review: '通知 二（四）' }) },
  entrustedReviewDays: fromNotice(90, '通知 二（四）'),
};
const played = (story: readonly StoryStep[], by: Policy = policy, opening: Facts = draft()) =>
  runStory(opening, story, by, calendar2024);
const { entrusted } = stories;
const confirmation: StoryStep = { event: 'confirm_entrusted_result', person: 'office-2' };
const returned = (passed: boolean): readonly StoryStep[] => [
  ...entrusted,
  'send_entrustment',
  { event: 'record_entrusted_result', data: { passed } },
];

describe('A review that another committee carries out', () => {
  test('follows acceptance, fee and originals, whatever the level, with no defense and no meeting', () => {
    expect(played(entrusted).facts.status).toBe('entrusted');
    const junior = draft({ profile: { ...draft().profile, level: 'junior' } });
    expect(played(entrusted, policy, junior).facts.status).toBe('entrusted');
    const stages = { ...policy.stages, payment: fromNotice(false, '通知'), materials: fromNotice(false, '通知') };
    expect(played(stories.payment, { ...policy, stages }).facts.status).toBe('entrusted');
  });

  test('that was passed goes to the public notice the day after its confirmation, then to conferral', () => {
    const { facts, at } = played([...returned(true), confirmation]);
    expect(facts).toMatchObject({ status: 'public_notice', tally: null, entrustedResult: { passed: true } });
    expect(facts.noticeFrom).toBe(isoInBeijing(at + day).slice(0, 10));
    expect(played([...returned(true), confirmation, 'wait']).facts.status).toBe('conferred');
    const stages = { ...policy.stages, publicNotice: fromNotice(false, '通知') };
    expect(played([...returned(true), confirmation], { ...policy, stages }).facts.status).toBe('conferred');
  });

  test('that was not passed ends as not passed', () => {
    expect(played([...returned(false), confirmation]).facts.status).toBe('not_passed');
  });

  test('may be recorded anew until it is confirmed, and the last one counts', () => {
    const again: StoryStep = { event: 'record_entrusted_result', person: 'office-3', data: { passed: true } };
    expect(played([...returned(false), again, confirmation]).facts.status).toBe('public_notice');
  });

  test('is withdrawn until it is sent, not after', () => {
    expect(played([...entrusted, 'withdraw']).facts.status).toBe('withdrawn');
    expect(() => played([...entrusted, 'send_entrustment', 'withdraw'])).toThrow('already_done');
  });
});

describe('The office', () => {
  const refusal = (story: readonly StoryStep[], event: Parameters<typeof properAct>[1], data: object = {}) => {
    const { facts, at } = played(story);
    const act = properAct(facts, event, policy, at + hour, { data });
    const outcome = decide(facts, act, policy, calendar2024, act.receivedAt);
    return 'code' in outcome ? [outcome.code, outcome.clause, outcome.field] : outcome.to;
  };

  test('records a result only after the letter was sent, and sends it once', () => {
    expect(refusal(entrusted, 'record_entrusted_result')).toEqual(['event_not_allowed', '通知 二（四）', null]);
    expect(refusal([...entrusted, 'send_entrustment'], 'send_entrustment')).toEqual([
      'already_done',
      '通知 二（四）',
      null,
    ]);
    expect(refusal([...entrusted, 'send_entrustment'], 'confirm_entrusted_result')).toEqual([
      'event_not_allowed',
      '通知 二（四）',
      null,
    ]);
  });

  test('dates neither the letter nor the decision in the future, and attaches the decision', () => {
    const { at } = played(entrusted);
    const [today, tomorrow] = [at + hour, at + hour + day].map((one) => isoInBeijing(one).slice(0, 10));
    expect(refusal(entrusted, 'send_entrustment', { sentOn: today })).toBe('entrusted');
    expect(refusal(entrusted, 'send_entrustment', { sentOn: tomorrow })).toEqual([
      'date_in_future',
      '通知 二（四）',
      'sentOn',
    ]);
    const sent: readonly StoryStep[] = [...entrusted, 'send_entrustment'];
    expect(refusal(sent, 'record_entrusted_result', { decidedOn: tomorrow })).toEqual([
      'date_in_future',
      '通知 二（四）',
      'decidedOn',
    ]);
    expect(refusal(sent, 'record_entrusted_result', { decision: undefined })).toEqual([
      'attachments_missing',
      '通知 二（四）',
      'decision',
    ]);
  });

  test('confirms by a second person, whose button alone is offered', () => {
    const { facts, at } = played(returned(true));
    const button = (personId: string) => {
      const actor = { role: 'office' as const, personId, scope: facts.campaignId };
      return mayAct(facts, 'confirm_entrusted_result', actor, policy, calendar2024, at + hour);
    };
    expect(button('office-1')).toMatchObject({ code: 'second_person_needed', clause: '通知 二（四）' });
    expect(button('office-2')).toBeNull();
  });

  test('is told when no confirmed result has come within the days of the policy, and later the supervisor', () => {
    const { facts } = played([...entrusted, { event: 'send_entrustment', notBefore: instantOf('2024-09-12T10:00') }]);
    expect(remindersIn(facts, policy)).toMatchObject([
      { kind: 'entrusted_overdue', to: 'office', at: instantOf('2024-12-11T24:00') },
      { kind: 'entrusted_overdue', to: 'supervisor' },
    ]);
    // Not sent, or not confirmed by a second person: somebody is told of that too.
    for (const standing of [played(entrusted).facts, played(returned(true)).facts]) {
      expect(remindersIn(standing, policy)).toMatchObject([{ to: 'office' }, { to: 'supervisor' }]);
    }
  });
});

test('a track that entrusts its review leaves out defense and meeting, or is refused with its field', () => {
  const [regular] = aksu2024.codes.tracks;
  if (!regular) throw new Error('no track');
  const refused = (omits: readonly ('defense' | 'meeting')[]) => {
    const codes = { ...aksu2024.codes, tracks: [{ ...regular, entrusted: true, omits }] };
    return (PolicyBody.safeParse({ ...aksu2024, codes }).error?.issues ?? []).map(({ path }) => path.join('.'));
  };
  expect(refused(['defense', 'meeting'])).toEqual([]);
  for (const omits of [[], ['defense'], ['meeting']] as const)
    expect(refused(omits)).toEqual(['codes.tracks.0.entrusted']);
});
