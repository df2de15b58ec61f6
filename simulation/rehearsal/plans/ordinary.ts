import { deputyPublic, juniorPlant, juniorPublic, midPrivate, midState } from './candidates.js';
import { accepted, arrived, audited, defended, passed } from './commonSteps.js';
import { type Candidate, type Plan, refusal, step } from './plan.js';

const conferred = (name: string, zh: string, candidate: Candidate): Plan => ({
  name,
  zh,
  candidate,
  steps:
    candidate.level === 'deputy_senior' && !candidate.exempt
      ? [...arrived(candidate), ...accepted(), ...defended(), ...passed()]
      : [...arrived(candidate), ...audited()],
  ends: 'conferred',
});

const exempt = { ...deputyPublic, exempt: true };

/** Nothing goes wrong: every level, kind of employer and track; with and without a defense. */
export const ordinary: readonly Plan[] = [
  conferred('junior_public', '事业单位初级', juniorPublic),
  conferred('mid_state_two_levels', '企业中级，两级主管部门', midState),
  conferred('deputy_public', '事业单位副高级，参加答辩', deputyPublic),
  conferred('mid_private_regular', '民营企业中级，无主管部门', midPrivate),
  conferred('junior_private_special', '民营企业专项初级', {
    ...midPrivate,
    level: 'junior',
    track: 'private_special',
    chain: 1,
  }),
  conferred('mid_private_special', '民营企业专项中级，两级主管部门', {
    ...midPrivate,
    track: 'private_special',
    chain: 2,
  }),
  conferred('junior_skilled', '高级工贯通初级', { ...midState, level: 'junior', track: 'skilled', chain: 1 }),
  conferred('mid_skilled', '技师贯通中级', { ...midPrivate, track: 'skilled', chain: 1 }),
  conferred('deputy_skilled', '高级技师贯通副高级，参加答辩', {
    ...midState,
    level: 'deputy_senior',
    track: 'skilled',
    chain: 0,
  }),
  {
    name: 'exempt_with_average',
    zh: '免答辩，按本专业平均分赋分；答辩未全部结束前不能评审',
    candidate: exempt,
    steps: [
      ...arrived(exempt),
      ...accepted(),
      refusal('09-19 15:00', 'office', 'record_tally', 'defense_pending', { metOn: '2024-09-19' }),
      ...passed(),
    ],
    ends: 'conferred',
  },
  conferred('exempt_without_average', '免答辩，本专业无人答辩，无平均分', { ...exempt, specialty: 'chemical' }),
  {
    name: 'bank_confirms',
    zh: '银行通知到账：金额不符被退，重复通知只计一次',
    candidate: juniorPlant,
    steps: [
      ...arrived(juniorPlant),
      step('08-13 10:00', 'office', 'accept'),
      refusal('09-11 09:00', 'bank', 'confirm_payment', 'amount_mismatch', { amount: 1 }),
      step('09-11 09:30', 'bank', 'confirm_payment', { twice: true }),
      step('09-12 15:00', 'office', 'receive_materials'),
      ...passed(),
    ],
    ends: 'conferred',
  },
];
