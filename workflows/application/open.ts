import { workflowInfo } from '@temporalio/workflow';
import type { RecordedApplication } from '../../activities/applicationActivities.js';
import { notGenuine } from '../../rules/refusal.js';
import { isNotGenuine, isObject, refuseNotGenuine } from '../genuine.js';
import { refused } from '../refused.js';
import { eventually } from './effects.js';
import type { ApplicationInput } from './messages.js';

/** The application that a workflow was started for, as the record has it. Refuses what nobody of the product started. */
export async function openRecorded(input: ApplicationInput): Promise<RecordedApplication> {
  if (!isInput(input)) refuseNotGenuine('start');
  try {
    return await readRecord(input);
  } catch (error) {
    if (isNotGenuine(error)) throw refused(notGenuine());
    throw error;
  }
}

/** The same for a workflow that runs. Waits until the database answers. */
export async function readRecord({ applicationId, clockOffset }: ApplicationInput): Promise<RecordedApplication> {
  const summary = '读取登记簿';
  const { workflowId: number } = workflowInfo();
  return await eventually((effects) =>
    effects.recordedApplication.executeWithOptions({ summary }, [{ applicationId, number, clockOffset }]),
  );
}

function isInput(input: unknown): boolean {
  if (!isObject(input) || typeof input.applicationId !== 'string') return false;
  const { clockOffset, remindedUpTo, parked, followsAfter = 0 } = input;
  const numbers = [clockOffset, remindedUpTo, followsAfter].every(Number.isFinite);
  return numbers && (parked === undefined || isObject(parked));
}
