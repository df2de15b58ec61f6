import { properAct } from '../../../prover/properAct.js';
import type { Posting } from '../../../rules/application/act.js';
import { decide, mayAct } from '../../../rules/application/decide.js';
import { hour, startOfDay } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const requires: Policy = { ...aksu2024, postingPhoto: byDefault(true, '通知 三（五）') };
const doesNot: Policy = { ...aksu2024, postingPhoto: byDefault(false, '通知 三（五）') };

function confirmed(policy: Policy, data: Posting, hours = 9) {
  const { facts } = runStory(draft(), stories.public_notice, policy, calendar2024);
  const begins = startOfDay(facts.noticeFrom ?? '');
  const at = begins + hours * hour;
  const { data: _proper, ...act } = properAct(facts, 'confirm_unit_posting', policy, at);
  const button = mayAct(facts, act.event, act.actor, policy, calendar2024, at);
  return { outcome: decide(facts, { ...act, data }, policy, calendar2024, at), button };
}
const photo = { documentId: 'photo-1', hash: 'e'.repeat(64) };

describe('The posting of the result in the unit', () => {
  test('is confirmed with a photo of it where the policy asks for one, and the act names it by id and hash', () => {
    expect(confirmed(requires, {}).outcome).toMatchObject({
      code: 'photo_missing',
      clause: '通知 三（五）',
      field: 'photo',
    });
    expect(confirmed(requires, { photo }).outcome).toMatchObject({ to: 'public_notice', data: { photo } });
  });

  test('is confirmed from the first day of the notice on: on the day of the meeting there is nothing to hang beside it', () => {
    const early = confirmed(doesNot, {}, -1 / 3600);
    expect(early.outcome).toMatchObject({ code: 'window_not_open', clause: '通知 三（五）' });
    expect(early.button).toMatchObject({ code: 'window_not_open' });
    expect(confirmed(doesNot, {}, 0).outcome).toMatchObject({ to: 'public_notice' });
  });

  test('is offered to the unit before it has sent any: what is missing is told when it confirms', () => {
    expect(confirmed(requires, {}).button).toBeNull();
  });

  test('needs none where the policy does not ask', () => {
    expect(confirmed(doesNot, {}).outcome).toMatchObject({ to: 'public_notice' });
  });
});
