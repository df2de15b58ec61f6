import { ApplicationFailure } from '@temporalio/common';
import type { ActivityInterceptorsFactory, InjectedSinks } from '@temporalio/worker';
import type { Alarm } from '../activities/alarm.js';
import { unreadableReason } from '../config/unreadable.js';
import { type AlarmSinks, notGenuineType } from '../workflows/genuine.js';

/** Passes the alarms of workflows on. */
export function alarmSinks(alarm: Alarm): InjectedSinks<AlarmSinks> {
  const notGenuine = ({ workflowId }: { readonly workflowId: string }, what: string) => alarm(what, workflowId);
  return { alarms: { notGenuine: { fn: notGenuine, callDuringReplay: false } } };
}

/** Refuses an activity whose arguments this installation did not seal. */
export function refuseUnreadable(alarm: Alarm): ActivityInterceptorsFactory {
  return ({ info }) => ({
    inbound: {
      execute: async (input, next) => {
        const reason = input.args.map(unreadableReason).find((each) => each !== null);
        if (reason === undefined) return await next(input);
        alarm(info.activityType, info.workflowExecution?.workflowId ?? '');
        throw ApplicationFailure.nonRetryable(reason ?? '', notGenuineType);
      },
    },
  });
}
