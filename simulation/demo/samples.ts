import type { Level, Track } from '../../rules/campaign/codes.js';
import type { StoryStep } from '../story/story.js';
import type { Path } from './paths.js';
import type { AccountName } from './staff.js';

/** An application of the demo: who applies for what, where, and how far it has progressed. */
export interface Sample {
  readonly unit: string;
  readonly level: Level;
  readonly track: Track;
  readonly specialty: 'mechanical_electronic' | 'chemical';
  readonly exempt: boolean;
  /** The listed account that applies; otherwise an invented person. */
  readonly account?: AccountName;
  /** How far the form is filled in. */
  readonly form: 'complete' | 'half' | 'empty';
  /** Whether the unit has attached its papers before recommending. */
  readonly papers: boolean;
  /** Opened under the campaign's first rules. */
  readonly firstRules: boolean;
  /** Whether a correction changes what was published, in the form too. */
  readonly republished: boolean;
  /** The minimum number of days since the last act. */
  readonly ago: number;
  readonly story: (path: Path) => readonly StoryStep[];
}

type More = Partial<Omit<Sample, 'unit' | 'level' | 'story'>>;
const usual = {
  track: 'regular',
  specialty: 'mechanical_electronic',
  exempt: false,
  form: 'complete',
  papers: false,
  firstRules: false,
  republished: false,
  ago: 0,
} as const;
const sample = (unit: string, level: Level, story: Sample['story'], more: More = {}): Sample => ({
  unit,
  level,
  story,
  ...usual,
  ...more,
});

const special = { track: 'private_special' } as const;
const skilled = { track: 'skilled' } as const;
const chemical = { specialty: 'chemical' } as const;
const objection: StoryStep = { event: 'raise_objection', role: 'supervisor' };
const resolved = (outcome: 'upheld' | 'dismissed', role: 'unit' | 'supervisor'): StoryStep => ({
  event: 'resolve_objection',
  role,
  data: { outcome },
});
const failed: StoryStep = {
  event: 'record_tally',
  data: { tally: { committee: 11, attending: 11, recused: 0, agree: 6, disagree: 4, abstain: 1 } },
};
const correctedPublication: StoryStep = { event: 'resubmit', data: { publishableHash: 'c'.repeat(64) } };
const corrected = ['return_for_correction', 'resubmit'] as const;

/** The applications of the demo by status. The demo clerk's unit has at least one in each status a unit handles. */
export const samples: readonly Sample[] = [
  // 填报
  sample('wensu-machinery', 'mid', () => [], { account: 'applicant' }),
  sample('wensu-machinery', 'junior', () => ['submit', 'return_to_applicant']),
  sample('huyang-power', 'mid', () => [], { form: 'half' }),
  sample('lvzhou-chemical', 'junior', () => [], { ...special, ...chemical, form: 'empty' }),
  // 单位审核
  sample('wensu-machinery', 'deputy_senior', () => ['submit']),
  sample('wensu-machinery', 'mid', () => ['submit'], { account: 'both' }),
  sample('wensu-machinery', 'mid', () => ['submit', 'return_to_applicant', 'submit'], skilled),
  sample('wensu-machinery', 'junior', ({ published }) => [...published, 'recommend', 'return_to_unit']),
  sample('yinmian-textile', 'junior', () => ['submit'], special),
  // 单位公示
  sample('wensu-machinery', 'mid', () => ['submit', 'post_publicity']),
  sample('wensu-machinery', 'deputy_senior', () => ['submit', 'post_publicity', objection]),
  sample('xueling-pharma', 'mid', () => ['submit', 'post_publicity', objection, resolved('dismissed', 'unit')], {
    ...special,
    ...chemical,
  }),
  // 单位推荐
  sample('wensu-machinery', 'mid', ({ published }) => published, { papers: true }),
  sample('wensu-machinery', 'deputy_senior', ({ published }) => published),
  sample('tianshan-machinery', 'mid', ({ published }) => published, { papers: true }),
  // 逐级审核
  sample('wensu-machinery', 'mid', ({ published }) => [...published, 'recommend']),
  sample('wensu-machinery', 'deputy_senior', ({ published }) => [...published, 'recommend'], skilled),
  sample('wensu-machinery', 'junior', ({ published }) => [...published, 'recommend', 'forward']),
  sample('jinguo-food', 'junior', ({ published }) => [...published, 'recommend'], special),
  // 评委会审核：第一、二、三次上报
  sample('duolang-college', 'deputy_senior', ({ toCommittee }) => toCommittee),
  sample('baishui-institute', 'mid', ({ toCommittee }) => toCommittee),
  sample('xueling-pharma', 'mid', ({ toCommittee }) => toCommittee, { ...special, ...chemical }),
  sample('tahe-fertilizer', 'mid', ({ toCommittee }) => [...toCommittee, ...corrected], chemical),
  sample('huyang-power', 'deputy_senior', ({ toCommittee }) => [...toCommittee, ...corrected, ...corrected]),
  // 补正
  sample('wensu-machinery', 'mid', ({ toCommittee }) => [...toCommittee, 'return_for_correction'], {
    account: 'applicant2',
  }),
  sample('lvzhou-chemical', 'mid', ({ toCommittee }) => [...toCommittee, 'return_for_correction'], {
    ...special,
    ...chemical,
  }),
  sample('kuqa-inspection', 'deputy_senior', ({ toCommittee }) => [
    ...toCommittee,
    ...corrected,
    'return_for_correction',
  ]),
  // 单位复核补正
  sample('wensu-machinery', 'mid', ({ toCommittee }) => [...toCommittee, ...corrected], { firstRules: true }),
  // 补正公示
  sample(
    'wensu-machinery',
    'mid',
    ({ toCommittee }) => [...toCommittee, 'return_for_correction', correctedPublication, 'post_publicity'],
    { republished: true },
  ),
  // 缴费与材料报送
  sample('wensu-machinery', 'junior', ({ toPayment }) => toPayment, { account: 'applicant3' }),
  sample('baishui-institute', 'mid', ({ toPayment }) => [...toPayment, 'confirm_payment']),
  sample('yinmian-textile', 'mid', ({ toPayment }) => [...toPayment, 'receive_materials'], special),
  sample('duolang-water', 'junior', ({ toPayment }) => [...toPayment, 'extend'], skilled),
  // 答辩缴费
  sample('wensu-machinery', 'deputy_senior', ({ paid }) => paid, { firstRules: true }),
  // 专业水平答辩
  sample('wensu-machinery', 'deputy_senior', ({ paid }) => paid),
  sample('kuqa-inspection', 'deputy_senior', ({ paid }) => [...paid, 'schedule_defense']),
  sample('huyang-power', 'deputy_senior', ({ paid }) => [...paid, 'schedule_defense'], { ago: 5 }),
  sample('tianshan-machinery', 'deputy_senior', ({ paid }) => [
    ...paid,
    'schedule_defense',
    'mark_absent',
    'schedule_defense',
  ]),
  // 评审会
  sample('baishui-institute', 'deputy_senior', ({ toMeeting }) => toMeeting),
  sample('wensu-machinery', 'deputy_senior', ({ toMeeting }) => toMeeting, { exempt: true }),
  sample('duolang-water', 'mid', ({ toMeeting }) => toMeeting),
  sample('lvzhou-chemical', 'junior', ({ toMeeting }) => [...toMeeting, 'defer'], { ...skilled, ...chemical }),
  // 委托评审
  sample('wensu-machinery', 'deputy_senior', ({ paid }) => paid, { firstRules: true, track: 'entrusted' }),
  // 结果公示
  sample('wensu-machinery', 'mid', ({ toMeeting }) => [...toMeeting, 'record_tally', 'confirm_unit_posting']),
  sample('baishui-institute', 'deputy_senior', ({ toMeeting }) => [...toMeeting, 'record_tally']),
  sample('tahe-fertilizer', 'mid', ({ toMeeting }) => [...toMeeting, 'record_tally', objection], chemical),
  // 办结
  sample('tahe-fertilizer', 'deputy_senior', ({ toMeeting }) => [...toMeeting, 'record_tally', 'wait'], chemical),
  sample('lvzhou-chemical', 'deputy_senior', ({ toMeeting }) => [...toMeeting, 'record_tally', 'wait'], {
    ...chemical,
    exempt: true,
  }),
  sample('duolang-college', 'junior', ({ toMeeting }) => [...toMeeting, 'record_tally', 'wait'], skilled),
  sample('wensu-machinery', 'mid', () => ['submit', 'decline']),
  sample('jinguo-food', 'mid', () => ['submit', 'post_publicity', objection, resolved('upheld', 'unit')], special),
  sample('yinmian-textile', 'junior', ({ toCommittee }) => [...toCommittee, 'refuse'], special),
  sample('baishui-institute', 'mid', ({ toCommittee }) => [...toCommittee, ...corrected, ...corrected, 'refuse']),
  sample('duolang-water', 'deputy_senior', ({ toMeeting }) => [...toMeeting, failed]),
  sample(
    'xueling-pharma',
    'mid',
    ({ toMeeting }) => [...toMeeting, 'record_tally', objection, resolved('upheld', 'supervisor')],
    { ...special, ...chemical },
  ),
  sample('wensu-machinery', 'junior', () => ['submit', 'withdraw']),
  sample('huyang-power', 'mid', ({ toCommittee }) => [...toCommittee, 'return_for_correction', 'wait']),
];
