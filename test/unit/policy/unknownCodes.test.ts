import { PolicyBody } from '../../../api/policy/policyBody.js';
import { type Condition, trackOf } from '../../../rules/campaign/codes.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { everyValue } from '../../support/everyValue.js';

/** The fields that are refused, each with what is said about it. */
const refused = (policy: Policy) =>
  (PolicyBody.safeParse(policy).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
const codes = aksu2024.codes;
const withTrack = (more: Partial<Parameters<typeof trackOf>[0]>): Policy => {
  const track = trackOf({ code: 'other', zh: '其他', en: 'Other', clause: '通知 一', ...more });
  return { ...aksu2024, codes: { ...codes, tracks: [...codes.tracks, track] } };
};
const condition: Condition = {
  levels: ['mid'],
  degree: null,
  holds: null,
  years: 1,
  obtainedBefore: null,
  obtainedFrom: null,
};

test.each([aksu2024, everyValue])('every code of $id is its own', (policy) => {
  expect(refused(policy)).toEqual([]);
});

test.each<[string, Policy]>([
  ['levels.value', { ...aksu2024, levels: { ...aksu2024.levels, value: ['mid', 'senior'] } }],
  [
    'defense.levels.value',
    { ...aksu2024, defense: { ...aksu2024.defense, levels: { ...aksu2024.defense.levels, value: ['senior'] } } },
  ],
  ['fees.value', { ...aksu2024, fees: { ...aksu2024.fees, value: { junior: 1, mid: 2 } } }],
  ['fees.value', { ...aksu2024, fees: { ...aksu2024.fees, value: { ...aksu2024.fees.value, senior: 3 } } }],
  ['codes.tracks.3.levels', withTrack({ levels: ['senior'] })],
  ['codes.tracks.3.employerKinds', withTrack({ employerKinds: ['army'] })],
  ['codes.tracks.3.conditions', withTrack({ conditions: [{ ...condition, levels: ['senior'] }] })],
  ['codes.tracks.3.conditions', withTrack({ conditions: [{ ...condition, holds: 'assistant' }] })],
  ['codes.tracks.3.omits', withTrack({ omits: ['meeting'] })],
  ['codes.tracks', withTrack({ code: 'regular' })],
  [
    'evidence.skilled.value.senior_worker.level',
    {
      ...aksu2024,
      evidence: {
        ...aksu2024.evidence,
        skilled: { ...aksu2024.evidence.skilled, value: { senior_worker: { years: 2, level: 'assistant' } } },
      },
    },
  ],
])('what names a code the policy does not have is refused at %s, in words and both languages', (path, policy) => {
  const found = refused(policy);
  expect(found.some((one) => one.startsWith(`${path}: `) && /\p{Script=Han}.*\n.*[a-z]/u.test(one))).toBe(true);
});
