import fc from 'fast-check';
import { commitmentOf } from '../../../rules/committee/draw/commitment.js';
import { draw } from '../../../rules/committee/draw/draw.js';
import { checkDraw, type DrawCheck, type DrawFile, drawFileFormat } from '../../../rules/committee/draw/drawFile.js';
import { poolHashOf } from '../../../rules/committee/draw/poolHash.js';
import { planOf, plans, seeds } from './plans.js';

const seed = 'c3'.repeat(32);
const fileOf = (plan = planOf(), given = seed): DrawFile => ({
  format: drawFileFormat,
  drawId: '00000000-0000-4000-8000-000000000001',
  campaignId: plan.campaignId,
  committee: plan.committee,
  specialty: null,
  poolHash: poolHashOf(plan),
  frozenSignature: { algorithm: 'Ed25519', keyId: 'k', value: '0' },
  seedHash: commitmentOf(given),
  committedAt: '2024-09-12T09:00:00.000+08:00',
  frozenAt: '2024-09-13T09:00:00.000+08:00',
  drawnAt: '2024-09-13T09:05:00.000+08:00',
  plan,
  seed: given,
  result: draw(plan, given),
});

test('A commitment is the SHA-256 of the seed’s bytes', () => {
  // printf '00%.0s' {1..32} | xxd -r -p | sha256sum
  expect(commitmentOf('00'.repeat(32))).toBe('66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925');
});

test('An exported draw agrees with itself, also after a journey as JSON', () => {
  fc.assert(
    fc.property(plans, seeds, (plan, given) => {
      expect(checkDraw(JSON.parse(JSON.stringify(fileOf(plan, given))))).toBeNull();
    }),
  );
});

describe('A file that was tampered with is found out', () => {
  const file = fileOf();
  const [first, ...others] = file.result.members;
  const outsider = file.plan.experts.find(({ id }) => file.result.members.every(({ expertId }) => expertId !== id));
  if (!first || !outsider) throw new Error('somebody is drawn and somebody is not');
  const resultWith = (members: DrawFile['result']['members']) => ({ ...file.result, members });
  const tampered: readonly (readonly [what: string, change: object, check: DrawCheck, at: string])[] = [
    [
      'another member',
      { result: resultWith([{ ...first, expertId: outsider.id }, ...others]) },
      'members',
      'result.members[0]',
    ],
    ['a member left out', { result: resultWith(others) }, 'members', 'result.members[0]'],
    [
      'a conflict hidden in the result',
      { result: resultWith([{ ...first, conflicted: true }, ...others]) },
      'members',
      'result.members[0]',
    ],
    [
      'one member more',
      { result: resultWith([...file.result.members, first]) },
      'members',
      `result.members[${others.length + 1}]`,
    ],
    [
      'alternates in another order',
      { result: { ...file.result, alternates: file.result.alternates.toReversed() } },
      'alternates',
      'result.alternates[0]',
    ],
    ['another seed', { seed: 'c4'.repeat(32) }, 'commitment', 'seedHash'],
    [
      'another seed with its own hash',
      { seed: 'c4'.repeat(32), seedHash: commitmentOf('c4'.repeat(32)) },
      'members',
      'result.members',
    ],
    ['a seed chosen after the pool', { committedAt: '2024-09-14T09:00:00.000+08:00' }, 'order', 'frozenAt'],
    [
      'a pool without its largest part',
      { plan: { ...file.plan, experts: file.plan.experts.slice(18) } },
      'plan',
      'plan',
    ],
    [
      'a pool without the first member',
      { plan: { ...file.plan, experts: file.plan.experts.filter(({ id }) => id !== first.expertId) } },
      'members',
      'result.members[0]',
    ],
    ['an even size', { plan: { ...file.plan, size: 12 } }, 'plan', 'plan'],
  ];

  test.each(tampered)('%s', (_what, change, check, at) => {
    // Whoever changes the pool publishes another hash of it.
    const { plan } = { ...file, ...change };
    const difference = checkDraw({ ...file, ...change, poolHash: poolHashOf(plan) });
    expect(difference?.check).toBe(check);
    expect(difference?.at).toContain(at);
    expect(difference?.stated).not.toBe(difference?.expected);
  });

  test('a flag turned, an expert added: whatever is changed in the pool of those who were drawn', () => {
    const more = { ...file.plan, experts: [...file.plan.experts, { ...outsider, id: 'late' }] };
    expect(checkDraw({ ...file, plan: more })).toMatchObject({ check: 'pool', at: 'poolHash' });
    expect(checkDraw({ ...file, plan: more, poolHash: poolHashOf(more) })).not.toBeNull();
    expect(checkDraw({ ...file, committee: 'another' })).toMatchObject({ check: 'pool', at: 'committee' });
  });

  test.each([
    null,
    1,
    'x',
    [],
    {},
    { format: drawFileFormat },
    { ...file, format: 'pingshen-draw/2' },
    { ...file, seed: 'xyz' },
    { ...file, plan: { ...file.plan, experts: null } },
    { ...file, plan: { ...file.plan, quotas: 3 } },
    { ...file, plan: { ...file.plan, size: '11' } },
    { ...file, result: { members: [] } },
    { ...file, plan: { ...file.plan, experts: [1] } },
  ])('and what is no such file at all (%#)', (whatever) => {
    expect(checkDraw(whatever)?.check).toBe('format');
  });
});
