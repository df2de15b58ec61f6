import { TypedSearchAttributes } from '@temporalio/common';
import { followsAfter } from '../../rules/application/counting/followsAfter.js';
import type { Facts } from '../../rules/application/facts.js';
import { lifecycle } from '../../rules/application/lifecycle.js';
import { formatInstantZh } from '../../rules/calendar/instant.js';
import { labelOfCode } from '../../rules/campaign/codes.js';
import type { Policy } from '../../rules/policy/policy.js';
import { headed } from '../markdownList.js';
import { type ApplicationInput, taskQueue } from './messages.js';
import { startingAttributes } from './searchAttributes.js';

/** An application whose workflow is started, as the record has it. */
export interface ApplicationStart extends Pick<ApplicationInput, 'remindedUpTo' | 'clockOffset'> {
  /** Its short number, by which people name it: the id of its workflow. */
  readonly number: string;
  readonly facts: Facts;
  /** What was wrong with an earlier run that this one replaces. */
  readonly rebuilt?: string | null;
  readonly policy: Pick<Policy, 'title' | 'specialties' | 'codes'>;
  /** Whether its campaign records its deadlines, and it only follows. Default false. */
  readonly follows?: boolean;
}

/**
 * How a client starts an application, new or imported: one workflow per application for ever, with the summary, details
 * and search attributes that the Temporal UI shows. `portalUrl` is where people see the application.
 */
export function startOptions(
  { number, facts, policy, remindedUpTo, clockOffset, rebuilt = null, follows = false }: ApplicationStart,
  portalUrl: string,
) {
  const { applicationId, profile, unitId, status, lastAt } = facts;
  const specialty = policy.specialties.find(({ code }) => code === profile.specialty)?.name ?? profile.specialty;
  return {
    workflowId: number,
    taskQueue,
    args: [
      {
        applicationId,
        remindedUpTo,
        clockOffset,
        ...(follows ? { followsAfter: followsAfter(applicationId) } : {}),
      },
    ] as [ApplicationInput],
    // What ran under this number before was no genuine start, or belonged to a database that is no more. One that is started
    // again after its end reads the record, and ends.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    typedSearchAttributes: new TypedSearchAttributes(startingAttributes(number, facts, rebuilt)),
    staticSummary: `${number} · ${unitId} · ${labelOfCode(policy.codes.levels, profile.level).zh} · ${specialty}`,
    staticDetails: headed(`**${policy.title}**`, [
      `申报编号：${number}`,
      `用人单位：${unitId}`,
      `开始时的环节：${lifecycle[status].zh}${lastAt === null ? '' : `（${formatInstantZh(lastAt)}）`}`,
      `[在系统中查看](${portalUrl}/applications/${applicationId})`,
    ]),
  };
}
