import type { LookedUp } from '../../records/application/lookUpApplication.js';
import type { Fault } from '../../records/proof/fault.js';
import { noteCheck } from '../../records/proof/recordChecks.js';
import { applicationRecordFault } from '../../records/proof/recordFault.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { faultBody } from './faultBody.js';

type Needed = Pick<Deps, 'db' | 'clock' | 'logger'>;

/**
 * Rehashes and refolds the record of an application before something of it is shown that gives rights. A fault is noted and
 * raises an alarm.
 *
 * @throws Problem `record_broken`
 */
export async function requireIntact(deps: Needed, applicationId: string): Promise<void> {
  const fault = await applicationRecordFault(deps.db, applicationId);
  if (fault) await refuseBroken(deps, applicationId, fault);
}

/** Notes a fault, raises the alarm the first time, and refuses. @throws Problem `record_broken` */
export async function refuseBroken({ db, clock, logger }: Needed, applicationId: string, fault: Fault): Promise<never> {
  const at = await clock();
  const found = await noteCheck(db.pool, { kind: 'application', subject: applicationId, at, fault, files: false });
  if (found) logger.error({ alert: 'record_broken', application: applicationId, ...fault }, 'a record does not hold');
  throw broken(fault);
}

/** Refuses an act on an application whose record is known not to hold; others go on. @throws Problem `record_broken` */
export function requireNoFault({ fault }: LookedUp): void {
  if (fault) throw broken(fault);
}

function broken(fault: Fault): Problem {
  const { zh, en } = faultBody(fault);
  return new Problem('record_broken', {
    zh: `这份申报的记录核验未通过（${zh}），暂停办理和出具证明；其他申报不受影响，运维人员已收到警报。`,
    en: `The record of this application does not hold (${en}). It is on hold until that is cleared up; other applications go on, and the operators have been told.`,
  });
}
