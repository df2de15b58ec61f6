import { explain } from '../../rules/application/deadline.js';
import type { Facts } from '../../rules/application/facts.js';
import { roleLabels } from '../../rules/application/labels.js';
import { lifecycle, type StatusLaw } from '../../rules/application/lifecycle.js';
import { headed } from '../markdownList.js';

const following =
  '期限届满即由所属年度评审统一登记，引擎在其后 1 至 10 分钟内跟进 / a deadline is recorded as it comes due; the engine follows within 10 minutes';

/**
 * Current details for the Temporal UI, as Markdown for people who do not know the code. `follows`: whether its campaign records
 * its deadlines.
 */
export function describe(facts: Facts, parked: ReadonlyMap<string, string>, follows = false): string {
  const { zh, turn }: StatusLaw = lifecycle[facts.status];
  return headed(`**${zh}**（第 ${facts.seq} 步${turn ? `，待${roleLabels[turn].zh}办理` : '，已办结'}）`, [
    `上报次数：${facts.submissions}`,
    ...Object.values(facts.deadlines).map((deadline) => explain(deadline).zh),
    ...(follows && Object.keys(facts.deadlines).length > 0 ? [following] : []),
    ...(facts.tolledSince === null ? [] : ['期限中止中']),
    ...(facts.passed ? [`最近到期：${explain(facts.passed.deadline).zh}`] : []),
    ...[...parked].map(([step, description]) => `⚠ 待处理步骤 \`${step}\`：${description}`),
  ]);
}
