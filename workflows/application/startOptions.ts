import { TypedSearchAttributes } from '@temporalio/common';
import { lifecycle } from '../../rules/application/lifecycle.js';
import { formatInstantZh } from '../../rules/calendar/instant.js';
import { labelOfCode, levels } from '../../rules/campaign/codes.js';
import { headed } from '../markdownList.js';
import { type ApplicationInput, taskQueue, workflowIdOf } from './messages.js';
import { startingAttributes } from './searchAttributes.js';

/**
 * How a client starts an application, new or imported: one workflow per application for ever, with the summary, details
 * and search attributes that the Temporal UI shows. `portalUrl` is where people see the application.
 */
export function startOptions(input: ApplicationInput, portalUrl: string) {
  const { facts, policy } = input;
  const { applicationId, profile, unitId, status, lastAt } = facts;
  const specialty = policy.specialties.find(({ code }) => code === profile.specialty)?.name ?? profile.specialty;
  return {
    workflowId: workflowIdOf(applicationId),
    taskQueue,
    args: [input] as [ApplicationInput],
    workflowIdReusePolicy: 'REJECT_DUPLICATE' as const,
    typedSearchAttributes: new TypedSearchAttributes(startingAttributes(facts)),
    staticSummary: `${labelOfCode(levels, profile.level).zh} · ${specialty}`,
    staticDetails: headed(`**${policy.title}**`, [
      `申报编号：${applicationId}`,
      `用人单位：${unitId}`,
      `开始时的环节：${lifecycle[status].zh}${lastAt === null ? '' : `（${formatInstantZh(lastAt)}）`}`,
      `[在系统中查看](${portalUrl}/applications/${applicationId})`,
    ]),
  };
}
