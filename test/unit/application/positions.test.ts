import { properAct } from '../../../prover/properAct.js';
import { decide } from '../../../rules/application/decide.js';
import { events } from '../../../rules/application/lifecycle.js';
import { holdsPosition, passedWithPosition, takesPosition } from '../../../rules/application/positionHolders.js';
import { statementRefusal } from '../../../rules/campaign/positions.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault, fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const asked: Policy = {
  ...aksu2024,
  positions: fromNotice(true, '通知 二（三）'),
  clauses: { ...aksu2024.clauses, positions: fromNotice('通知 二（三）', '通知 二（三）') },
};
const others: Policy = { ...asked, positionEmployers: fromNotice(['state_enterprise'], '通知 二（三）') };
const own: Policy = { ...asked, positionEmployers: fromNotice(['public_institution'], '通知 二（三）') };
const level = draft().profile.level;
const counted = (approved: number, occupied: number, held: number) => ({ level, approved, occupied, held });

function decided(event: 'recommend' | 'record_tally', policy: Policy, data: object) {
  const before = event === 'recommend' ? stories.recommendation : stories.review;
  const { facts, at } = runStory(draft(), before, policy, calendar2024);
  const act = properAct(facts, event, policy, at + 1);
  return decide(facts, { ...act, data: { ...act.data, ...data } }, policy, calendar2024, at + 1);
}

describe('A recommendation where titles go with positions', () => {
  test.each([
    ['one vacant, none held', asked, counted(1, 0, 0), 'superior_review'],
    ['three vacant, two held', asked, counted(5, 2, 2), 'superior_review'],
    ['the kind of employer named', own, counted(1, 0, 0), 'superior_review'],
    ['another kind of employer named', others, null, 'superior_review'],
    ['nothing asked', aksu2024, counted(0, 0, 9), 'superior_review'],
  ])('goes on with %s', (_what, policy, positions, to) => {
    expect(decided('recommend', policy, { positions })).toMatchObject({ to });
  });

  test.each([
    ['all occupied', asked, counted(3, 3, 0), 'no_vacant_position'],
    ['the last one held', asked, counted(5, 2, 3), 'no_vacant_position'],
    ['none approved', own, counted(0, 0, 0), 'no_vacant_position'],
    ['none stated', asked, null, 'positions_not_stated'],
    ['none counted', asked, undefined, 'positions_not_stated'],
    ['another level counted', asked, { ...counted(5, 0, 0), level: 'junior' }, 'positions_not_stated'],
  ])('is refused with %s', (_what, policy, positions, code) => {
    expect(decided('recommend', policy, { positions })).toMatchObject({ code, clause: '通知 二（三）' });
  });

  test('is refused with level, numbers and what to do', () => {
    expect(decided('recommend', asked, { positions: counted(5, 2, 3) })).toMatchObject({
      message:
        '副高级岗位核准5个、已聘2人，空缺3个；本次已推荐3人，没有空缺。请核对岗位数，或不予推荐；已推荐者撤回后可再推荐。',
    });
  });
});

describe('The result of the meeting where titles go with positions', () => {
  const failed = { committee: 11, attending: 11, recused: 0, agree: 2, disagree: 9, abstain: 0 };

  test('needs a position for whom it passes', () => {
    expect(decided('record_tally', asked, { positions: counted(3, 1, 1) })).toMatchObject({ to: 'public_notice' });
    expect(decided('record_tally', asked, { positions: counted(3, 2, 1) })).toMatchObject({
      code: 'no_vacant_position',
    });
    expect(decided('record_tally', asked, { positions: null })).toMatchObject({ code: 'positions_not_stated' });
  });

  test('needs none for whom it does not pass', () => {
    expect(decided('record_tally', asked, { positions: null, tally: failed })).toMatchObject({ to: 'not_passed' });
  });
});

describe('A position', () => {
  test('is held from the recommendation to conferral, by whoever has not ended otherwise', () => {
    expect(holdsPosition).toEqual([
      'superior_review',
      'committee_audit',
      'correction',
      'correction_review',
      'correction_publicity',
      'payment',
      'defense_payment',
      'defense',
      'review',
      'entrusted',
      'public_notice',
      'conferred',
    ]);
    expect(passedWithPosition).toEqual(['public_notice', 'conferred']);
    expect(events.filter(takesPosition)).toEqual(['recommend', 'record_tally']);
  });

  test.each([
    ['unit', 5, 2, { held: 3, passed: 0 }, null],
    ['unit', 5, 3, { held: 3, passed: 0 }, 'approved'],
    ['office', 5, 3, { held: 3, passed: 2 }, null],
    ['office', 5, 4, { held: 3, passed: 2 }, 'approved'],
    ['office', 2, 3, { held: 0, passed: 0 }, 'occupied'],
    ['unit', 0, 0, { held: 0, passed: 0 }, null],
  ] as const)(
    'stated by the %s as %i approved and %i occupied against %j: %s',
    (by, approved, occupied, held, field) => {
      const refusal = statementRefusal(by, { level, approved, occupied }, held, asked);
      expect(refusal?.field ?? null).toBe(field);
      if (refusal) expect(refusal).toMatchObject({ code: 'positions_held', clause: '通知 二（三）' });
    },
  );

  test('is asked for by no campaign that does not say so', () => {
    expect(aksu2024.positions).toEqual(byDefault(false, '通知未规定评聘结合：推荐不核对岗位'));
  });
});
