import { deputyPublic } from './candidates.js';
import { accepted, arrived, passed } from './commonSteps.js';
import { type Plan, refusal, type Step, step } from './plan.js';

const toDefense: readonly Step[] = [...arrived(deputyPublic), ...accepted()];

/** Defenses moved, called off, missed once and twice, and scored wrongly. */
export const defense: readonly Plan[] = [
  {
    name: 'absent_once',
    zh: '答辩缺席一次，改期后参加',
    candidate: deputyPublic,
    steps: [
      ...toDefense,
      step('09-13 09:00', 'office', 'schedule_defense', { heldAt: '09-18 10:00' }),
      refusal('09-18 09:00', 'office', 'mark_absent', 'defense_not_held'),
      step('09-18 11:00', 'office', 'mark_absent'),
      step('09-18 15:00', 'office', 'schedule_defense', { heldAt: '09-22 10:00' }),
      step('09-22 16:00', 'expert', 'score_defense'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'absent_twice',
    zh: '答辩缺席两次，无答辩成绩参加评审',
    candidate: deputyPublic,
    steps: [
      ...toDefense,
      step('09-13 09:00', 'office', 'schedule_defense', { heldAt: '09-18 10:00' }),
      step('09-18 11:00', 'office', 'mark_absent'),
      step('09-18 15:00', 'office', 'schedule_defense', { heldAt: '09-22 10:00' }),
      step('09-22 11:00', 'office', 'mark_absent'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'defense_moved',
    zh: '通知不足3日不能安排；答辩改期',
    candidate: deputyPublic,
    steps: [
      ...toDefense,
      refusal('09-13 09:00', 'office', 'schedule_defense', 'notice_too_short', { heldAt: '09-15 10:00' }),
      step('09-13 09:10', 'office', 'schedule_defense', { heldAt: '09-18 10:00' }),
      step('09-14 09:00', 'office', 'schedule_defense', { heldAt: '09-21 10:00' }),
      step('09-21 16:00', 'office', 'score_defense', { points: [7_600, 7_950, 8_125, 8_300] }),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'defense_called_off',
    zh: '撤下答辩安排，须说明理由；不算缺席，重新安排后参加',
    candidate: deputyPublic,
    steps: [
      ...toDefense,
      refusal('09-13 09:00', 'office', 'call_off_defense', 'defense_not_held'),
      step('09-13 09:10', 'office', 'schedule_defense', { heldAt: '09-18 10:00' }),
      refusal('09-16 09:00', 'office', 'call_off_defense', 'free_text_missing', { silent: true }),
      step('09-16 09:10', 'office', 'call_off_defense'),
      refusal('09-18 11:00', 'office', 'mark_absent', 'defense_not_held'),
      step('09-18 15:00', 'office', 'schedule_defense', { heldAt: '09-22 10:00' }),
      step('09-22 16:00', 'expert', 'score_defense'),
      ...passed(),
    ],
    ends: 'conferred',
  },
  {
    name: 'scored_wrongly',
    zh: '未到时间、专家不足、应回避的评分都不算',
    candidate: deputyPublic,
    steps: [
      ...toDefense,
      step('09-13 09:00', 'office', 'schedule_defense', { heldAt: '09-20 10:00' }),
      refusal('09-19 16:00', 'expert', 'score_defense', 'defense_not_held'),
      refusal('09-20 14:00', 'expert', 'score_defense', 'experts_too_few', { points: [8_000, 8_100] }),
      refusal('09-20 15:00', 'expert', 'score_defense', 'experts_too_few', { recused: true }),
      step('09-20 16:00', 'expert', 'score_defense'),
      ...passed(),
    ],
    ends: 'conferred',
  },
];
