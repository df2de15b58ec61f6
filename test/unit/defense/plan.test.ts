import fc from 'fast-check';
import { type DefensePlan, endOf, overlap, slotsOf } from '../../../rules/defense/plan.js';
import { type Busy, type PlanCircumstances, planProblems } from '../../../rules/defense/planProblems.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';

const now = Date.parse('2024-09-10T10:00:00+08:00');
const startsAt = Date.parse('2024-09-20T09:30:00+08:00');
const minute = 60_000;
const experts = ['e1', 'e2', 'e3', 'e4'];
const plan: DefensePlan = {
  specialty: 'mechanical_electronic',
  room: '301',
  startsAt,
  minutes: 20,
  panel: ['e1', 'e2', 'e3'],
  leader: 'e1',
  applications: ['a1', 'a2'],
};
const at: PlanCircumstances = {
  now,
  policy: aksu2024,
  criteria: aksu2024.reviewCommittee.criteria.value,
  recused: new Map(),
  others: [],
  candidates: new Map(experts.map((id) => [id, { name: `专家${id}` }])),
  waiting: new Map(['a1', 'a2', 'a3'].map((id) => [id, { name: `申报人${id}`, applicantId: `person-${id}` }])),
};
/** Another session, of twenty minutes, that starts so many minutes after the plan does. */
const another = (minutes: number, more: Partial<Busy> = {}): Busy => {
  const stretch = { startsAt: startsAt + minutes * minute, endsAt: startsAt + (minutes + 20) * minute };
  return { sameCampaign: true, room: '302', panel: ['e4'], slots: [], ...stretch, ...more };
};
const found = (changed: Partial<DefensePlan>, more: Partial<PlanCircumstances> = {}) =>
  planProblems({ ...plan, ...changed }, { ...at, ...more }).map(({ code, field }) => `${code} ${field}`);

test('candidates follow one another without a gap, in the order of the office', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 30 });
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 480 }), (applications, minutes) => {
      const slots = slotsOf({ startsAt, minutes, applications });
      expect(slots.map(({ applicationId }) => applicationId)).toEqual(applications);
      expect([startsAt, ...slots.map((slot) => slot.endsAt)]).toEqual([
        ...slots.map((slot) => slot.startsAt),
        endOf({ startsAt, minutes, applications }),
      ]);
    }),
  );
});

test('stretches that only touch do not overlap', () => {
  expect(overlap({ startsAt: 0, endsAt: 10 }, { startsAt: 10, endsAt: 20 })).toBe(false);
  expect(overlap({ startsAt: 0, endsAt: 11 }, { startsAt: 10, endsAt: 20 })).toBe(true);
});

test('a plan that fits has no problems', () => {
  expect(found({})).toEqual([]);
});

test('a session is announced early enough, by the day', () => {
  const notice = aksu2024.defense.noticeDays.value;
  const day = Date.parse('2024-09-10T00:00:00+08:00') + notice * 24 * 60 * minute;
  expect(found({ startsAt: day })).toEqual([]);
  expect(found({ startsAt: day - minute })).toEqual(['notice_too_short startsAt']);
});

test('a panel has at least the experts of the policy, one leader, and nobody who is not of the committee', () => {
  expect(found({ panel: ['e1', 'e2'] })).toEqual(['experts_too_few panel']);
  expect(found({ panel: ['e1', 'e2', 'e2'] })).toEqual(['plan_invalid panel', 'experts_too_few panel']);
  expect(found({ leader: 'e4' })).toEqual(['plan_invalid leader']);
  expect(found({ panel: ['e1', 'e2', 'stranger'] })).toEqual(['plan_invalid panel.2']);
});

test('whoever is recused from an application is not counted for it, and is for the others', () => {
  const recused = new Map([['a2', new Set(['e2'])]]);
  expect(found({}, { recused })).toEqual(['experts_too_few applications.1']);
  expect(found({ panel: experts }, { recused })).toEqual([]);
});

test('only applications that wait are heard, each once', () => {
  expect(found({ applications: [] })).toEqual(['plan_invalid applications']);
  expect(found({ applications: ['a1', 'a1'] })).toEqual(['plan_invalid applications']);
  expect(found({ applications: ['a1', 'elsewhere'] })).toEqual(['plan_invalid applications.1']);
  expect(found({ specialty: 'astrology' })).toEqual(['plan_invalid specialty']);
});

test('criteria that are not out of 100 keep a session from being planned', () => {
  expect(found({}, { criteria: [{ code: 'a', name: '甲', weight: 90 }] })).toEqual(['policy_not_in_order null']);
});

describe('Two sessions at a time', () => {
  test('are in two rooms', () => {
    expect(found({}, { others: [another(0)] })).toEqual([]);
    expect(found({}, { others: [another(0, { room: '301' })] })).toEqual(['defense_clash room']);
    expect(found({}, { others: [another(40, { room: '301' })] })).toEqual([]);
    expect(found({}, { others: [another(0, { room: '301', sameCampaign: false })] })).toEqual([]);
  });

  test('have no expert in common, in whichever campaign', () => {
    const others = [another(20, { panel: ['e2', 'e4'], sameCampaign: false })];
    expect(found({}, { others })).toEqual(['defense_clash panel']);
  });

  test('hear nobody twice', () => {
    const slot = { applicationId: 'b1', applicantId: 'person-a2' };
    const busy = (from: number) => {
      const stretch = { startsAt: startsAt + from * minute, endsAt: startsAt + (from + 20) * minute };
      return [another(from, { slots: [{ ...slot, ...stretch }] })];
    };
    expect(found({}, { others: busy(10) })).toEqual(['defense_clash applications.1']);
    expect(found({}, { others: busy(0) })).toEqual([]);
  });
});
