import fc from 'fast-check';
import { draw } from '../../../rules/committee/draw/draw.js';
import { drawPlanProblems } from '../../../rules/committee/draw/drawPlanProblems.js';
import { quotasOf } from '../../../rules/committee/draw/quotas.js';
import { randomNumbers } from '../../../rules/committee/draw/randomNumbers.js';
import { shares } from '../../../rules/committee/draw/shares.js';
import { planOf, plans, seeds } from './plans.js';

const seed = '5a'.repeat(32);
const countBy = (experts: readonly { readonly specialty: string }[], specialty: string) =>
  experts.filter((expert) => expert.specialty === specialty).length;

describe('A draw', () => {
  test('is the same whatever the order in which the experts and specialties are listed', () => {
    const shuffledToo = plans.chain((plan) =>
      fc.record({
        plan: fc.constant(plan),
        experts: fc.shuffledSubarray([...plan.experts], { minLength: plan.experts.length }),
        specialties: fc.shuffledSubarray([...plan.specialties], { minLength: plan.specialties.length }),
      }),
    );
    fc.assert(
      fc.property(shuffledToo, seeds, ({ plan, experts, specialties }, given) => {
        expect(draw({ ...plan, experts, specialties }, given)).toEqual(draw(plan, given));
      }),
    );
  });

  test('has as many members and alternates as the plan says, in every specialty its quota, nobody twice', () => {
    fc.assert(
      fc.property(plans, seeds, (plan, given) => {
        const { members, alternates } = draw(plan, given);
        expect(members).toHaveLength(plan.size);
        expect(members.length % 2).toBe(1);
        expect(alternates).toHaveLength(plan.alternates);
        for (const quota of quotasOf(plan)) {
          expect(countBy(members, quota.specialty)).toBe(quota.members);
          expect(countBy(alternates, quota.specialty)).toBe(quota.alternates);
        }
        const everybody = [...members, ...alternates].map(({ expertId }) => expertId);
        expect(new Set(everybody).size).toBe(plan.size + plan.alternates);
        expect(members.map(({ ordinal }) => ordinal)).toEqual(members.map((_, index) => index + 1));
        expect(alternates.map(({ ordinal }) => ordinal)).toEqual(alternates.map((_, index) => index + 1));
      }),
    );
  });

  test('has a conflicted expert only where the specialty has too few others, and then no more than are lacking', () => {
    fc.assert(
      fc.property(plans, seeds, (plan, given) => {
        const { members, alternates } = draw(plan, given);
        for (const quota of quotasOf(plan)) {
          const free = plan.experts.filter(({ specialty, conflicted }) => specialty === quota.specialty && !conflicted);
          const hurt = [...members, ...alternates].filter(
            ({ specialty, conflicted }) => specialty === quota.specialty && conflicted,
          );
          expect(hurt).toHaveLength(Math.max(0, quota.members + quota.alternates - free.length));
          const inSeats = members.filter((one) => one.specialty === quota.specialty && one.conflicted);
          expect(inSeats).toHaveLength(Math.max(0, quota.members - free.length));
        }
      }),
    );
  });

  test('with another seed is another draw', () => {
    const plan = planOf();
    expect(draw(plan, '00'.repeat(32))).not.toEqual(draw(plan, '01'.repeat(32)));
  });

  test('gives every expert of a specialty the same chance', () => {
    const plan = planOf({ size: 5, minimum: 5, alternates: 0, counts: [[10, 0]] });
    const times = new Map<string, number>();
    const draws = 2_000;
    for (let index = 0; index < draws; index += 1) {
      const { members } = draw(plan, index.toString(16).padStart(64, '0'));
      for (const { expertId } of members) times.set(expertId, (times.get(expertId) ?? 0) + 1);
    }
    // Each is expected 1000 times with a standard deviation of 22; the seeds are fixed, so this never fails by chance.
    expect(times.size).toBe(10);
    for (const count of times.values()) expect(Math.abs(count - draws / 2)).toBeLessThan(90);
  });

  test('stays what it was: files of earlier years are checked by later versions', () => {
    const { members, alternates } = draw(
      planOf({
        size: 3,
        minimum: 3,
        alternates: 2,
        counts: [
          [6, 0],
          [4, 0],
        ],
      }),
      seed,
    );
    expect([members, alternates].map((drawn) => drawn.map(({ expertId }) => expertId))).toEqual([
      ['s0-5', 's0-3', 's1-2'],
      ['s0-0', 's1-0'],
    ]);
  });

  test('of a plan that cannot be drawn is no draw', () => {
    expect(() => draw(planOf({ size: 12 }), seed)).toThrow('even');
  });
});

describe('Random numbers', () => {
  test('are below what is asked for, and differ by label', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 2 ** 32 - 1 }), (given, below) => {
        const next = randomNumbers(given, 'a');
        for (let index = 0; index < 20; index += 1) {
          const number = next(below);
          expect(Number.isInteger(number) && number >= 0 && number < below).toBe(true);
        }
      }),
    );
    const stream = (label: string) =>
      Array.from(
        { length: 8 },
        (
          (next) => () =>
            next(2 ** 32)
        )(randomNumbers(seed, label)),
      );
    expect(stream('a')).not.toEqual(stream('b'));
  });

  test('pass over what would favour the lower ones', () => {
    // With 2^31 + 1 nearly half of all words lie beyond the only fair multiple, so some are passed over.
    const below = 2 ** 31 + 1;
    const all = randomNumbers(seed, 'x');
    const freeText = Array.from({ length: 64 }, () => all(2 ** 32));
    const fair = randomNumbers(seed, 'x');
    const kept = freeText.filter((word) => word < below);
    expect(kept.length).toBeLessThan(freeText.length);
    expect(Array.from({ length: kept.length }, () => fair(below))).toEqual(kept);
  });
});

describe('Shares', () => {
  test('add up, never exceed the weights where the places do not, and give everybody one where there is one for each', () => {
    const weights = fc.array(fc.nat(40), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.nat(60), (given, places) => {
        const result = shares(
          places,
          given.map((weight, index) => ({ specialty: `s${index}`, weight })),
        );
        const counts = given.map((_, index) => result[`s${index}`] ?? Number.NaN);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(places);
        if (places >= given.length) for (const count of counts) expect(count).toBeGreaterThanOrEqual(1);
        const enough = places <= given.reduce((sum, weight) => sum + weight, 0) && given.every((weight) => weight > 0);
        if (enough && places >= given.length)
          for (const [index, count] of counts.entries()) expect(count).toBeLessThanOrEqual(given[index] ?? 0);
      }),
    );
  });

  test('go by the largest remainder', () => {
    // One each, then 8 places by 19 and 9 of 28: 5.43 and 2.57, so the second has the larger remainder.
    expect(
      shares(10, [
        { specialty: 'a', weight: 20 },
        { specialty: 'b', weight: 10 },
      ]),
    ).toEqual({ a: 6, b: 4 });
    expect(
      shares(3, [
        { specialty: 'b', weight: 1 },
        { specialty: 'a', weight: 1 },
      ]),
    ).toEqual({ a: 2, b: 1 });
  });
});

test('A pool with enough experts, and somebody of each specialty, is large enough however they divide', () => {
  const pools = fc.record({
    counts: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
    half: fc.integer({ min: 2, max: 12 }),
    alternates: fc.nat(6),
  });
  fc.assert(
    fc.property(pools, ({ counts, half, alternates }) => {
      const size = 2 * half + 1;
      const total = counts.reduce((sum, count) => sum + count, 0);
      const plan = planOf({ size, minimum: 5, alternates, counts: counts.map((count) => [count, 0] as const) });
      expect(drawPlanProblems(plan).length === 0).toBe(total >= size + alternates);
    }),
  );
});

describe('A plan is refused', () => {
  test('when the pool is too small, by how many and in which specialty', () => {
    const plan = planOf({
      counts: [
        [20, 0],
        [3, 0],
      ],
      quotas: { s0: 6, s1: 5 },
    });
    expect(drawPlanProblems(plan)).toEqual([{ kind: 'too_few', specialty: 's1', needed: 5, available: 3, missing: 2 }]);
    expect(
      drawPlanProblems(
        planOf({
          counts: [
            [20, 0],
            [0, 0],
          ],
        }),
      ),
    ).toMatchObject([{ specialty: 's1', available: 0 }]);
    const few = drawPlanProblems(
      planOf({
        counts: [
          [5, 0],
          [4, 0],
        ],
      }),
    );
    const missing = few.reduce((sum, problem) => sum + (problem.kind === 'too_few' ? problem.missing : 0), 0);
    expect(missing).toBe(11 + 3 - 9);
  });

  test.each([
    [{ size: 9 }, { kind: 'below_minimum', size: 9, minimum: 11 }],
    [{ size: 12 }, { kind: 'even', size: 12 }],
    [{ quotas: { s0: 6, s1: 4 } }, { kind: 'quotas_do_not_add_up', size: 11, sum: 10 }],
    [{ quotas: { s0: 6, s1: 4, s2: 1 } }, { kind: 'quota_unknown', specialty: 's2' }],
    [
      { experts: [...planOf().experts, { id: 's0-1', specialty: 's0', conflicted: false }] },
      { kind: 'expert_twice', expertId: 's0-1' },
    ],
    [
      { experts: [...planOf().experts, { id: 'x', specialty: 'other', conflicted: false }] },
      { kind: 'expert_elsewhere', expertId: 'x', specialty: 'other' },
    ],
  ])('with %j', (more, problem) => {
    expect(drawPlanProblems(planOf(more))).toContainEqual(problem);
  });

  test('unless it is right; an even one too where the policy wants no odd number', () => {
    expect(drawPlanProblems(planOf())).toEqual([]);
    expect(drawPlanProblems(planOf({ size: 12, odd: false }))).toEqual([]);
  });
});
