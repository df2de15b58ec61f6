import { happenedAsExpected, lettersAsExpected } from './asExpected.js';
import { answersAsPlanned, endsAsPlanned, lawAgreesWithPlan } from './asPlanned.js';
import { chainIsUnbroken } from './hashChain.js';
import { actsHaveOutcomes } from './intakes.js';
import { lettersArrivedOnce } from './letters.js';
import type { Observation } from './observation.js';
import { projectionIsFold, projectionIsWorkflow } from './projection.js';

/** The checks of every application, with the title shown in the report. */
const checks: readonly {
  readonly zh: string;
  readonly en: string;
  readonly check: (observations: Observation) => string[];
}[] = [
  { zh: '法规推演与预案一致', en: 'the rules agree with the plans', check: lawAgreesWithPlan },
  { zh: '接口答复与预案一致', en: 'the API answered as planned', check: answersAsPlanned },
  { zh: '结局与预案一致', en: 'every end as planned', check: endsAsPlanned },
  { zh: '经过与法规推演一致', en: 'events, deadlines and facts as predicted', check: happenedAsExpected },
  { zh: '数据库记录与工作流一致', en: 'every row equals its workflow', check: projectionIsWorkflow },
  { zh: '数据库记录等于事件之和', en: 'every row is the fold of its events', check: projectionIsFold },
  { zh: '事件链完整，序号不断', en: 'hash chains unbroken, no gap in seq', check: chainIsUnbroken },
  { zh: '每件收件都有结果', en: 'every registered act has an outcome', check: actsHaveOutcomes },
  { zh: '通知与法规推演一致', en: 'letters and reminders as predicted', check: lettersAsExpected },
  { zh: '每封通知都送达一次', en: 'every letter arrived once', check: lettersArrivedOnce },
];

/** Something that failed a check, and in which application. */
export interface Finding {
  readonly name: string;
  readonly id: string;
  readonly what: string;
}

/** The result of one check over all applications. */
export interface Checked {
  readonly zh: string;
  readonly en: string;
  readonly findings: readonly Finding[];
}

/** Runs every check on every application. */
export function checkAll(observations: readonly Observation[]): readonly Checked[] {
  return checks.map(({ zh, en, check }) => ({
    zh,
    en,
    findings: observations.flatMap((one) =>
      check(one).map((what) => ({ name: one.run.testCase.name, id: one.id, what })),
    ),
  }));
}
