import { properAct } from '../../../prover/properAct.js';
import { decide, mayAct } from '../../../rules/application/decide.js';
import type { EventName, Role } from '../../../rules/application/lifecycle.js';
import { addDays, hour, instantOf, localDateOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const played = (story: readonly StoryStep[]) => runStory(draft(), story, aksu2024, calendar2024);

/** What the button of an act says to somebody in a role, an hour after a story. */
function button(story: readonly StoryStep[], event: EventName, role: Role) {
  const { facts, at } = played(story);
  const { actor } = properAct(facts, event, aksu2024, at + hour, { role });
  return mayAct(facts, event, actor, aksu2024, calendar2024, at + hour);
}

describe('Resolving an objection', () => {
  const raised: StoryStep = { event: 'raise_objection', role: 'supervisor' };
  const resolved: StoryStep = { event: 'resolve_objection', data: { outcome: 'dismissed' } };
  const cases = [
    ['unit_publicity', 'unit'],
    ['public_notice', 'supervisor'],
    ['public_notice', 'office'],
  ] as const;

  test.each(cases)('in %s is not offered to the %s as long as nobody has objected', (status, role) => {
    const refusal = button(stories[status], 'resolve_objection', role);
    expect(refusal).toMatchObject({ code: 'objection_unknown', message: '没有待处理的异议。' });
    expect(refusal?.clause).toMatch(/^通知/);
  });

  test.each(cases)(
    'in %s is offered to the %s while one is open, and no longer when it is resolved',
    (status, role) => {
      expect(button([...stories[status], raised], 'resolve_objection', role)).toBeNull();
      expect(button([...stories[status], raised, resolved], 'resolve_objection', role)).toMatchObject({
        code: 'objection_unknown',
      });
    },
  );
});

describe('The day the money arrived', () => {
  const { facts } = played(stories.payment);
  const at = instantOf(aksu2024.payment.value.opens) + 30 * hour;
  const today = localDateOf(at);
  const confirmed = (paidOn?: string) => {
    const act = properAct(facts, 'confirm_payment', aksu2024, at, { data: paidOn === undefined ? {} : { paidOn } });
    return decide(facts, act, aksu2024, calendar2024, at);
  };

  test.each([undefined, today, addDays(today, -1)])('may be left out, today or past: %s', (paidOn) => {
    expect(confirmed(paidOn)).toMatchObject({ event: 'confirm_payment', seq: facts.seq + 1 });
  });

  test('is not in the future', () => {
    expect(confirmed(addDays(today, 1))).toMatchObject({
      code: 'date_in_future',
      clause: '通知 三（三）、三、其他事宜（四）',
      field: 'paidOn',
    });
  });

  test('does not change when the application counts as paid: that is the instant the door registered it', () => {
    expect(confirmed(addDays(today, -1))).toMatchObject({
      changes: { paidAt: at },
      data: { paidOn: addDays(today, -1) },
    });
  });
});
