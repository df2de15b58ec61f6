import { findByNumber } from '../../records/application/applications.js';
import { type LookedUp, lookUpApplication } from '../../records/application/lookUpApplication.js';
import type { Database } from '../../records/database.js';
import { feesByCodes } from '../../records/payment/feeCodes.js';
import { parseApplicationNumber } from '../../rules/application/applicationNumber.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import { payCodesIn } from '../../rules/fees/payCode.js';

/** One of the three ways in which a payment names what it is for. */
export interface Names {
  readonly payCode?: string | undefined;
  readonly number?: string | undefined;
  readonly applicationId?: string | undefined;
}
interface Paid {
  /** As it was named. */
  readonly reference: string;
  /** Null: nothing is named so. */
  readonly application: LookedUp | null;
  /** The part, where a pay code says which. */
  readonly part: FeePart | undefined;
}

/** The application that a payment is for, by pay code, short number or id. */
export async function findPaid(db: Database, { payCode, number, applicationId = '' }: Names): Promise<Paid> {
  if (payCode !== undefined) {
    const [code] = payCodesIn(payCode);
    const [fee] = code === undefined ? [] : await feesByCodes(db, [code]);
    const application = fee ? await lookUpApplication(db, fee.applicationId) : null;
    return { reference: payCode, application, part: fee?.part };
  }
  if (number === undefined)
    return { reference: applicationId, application: await lookUpApplication(db, applicationId), part: undefined };
  const whole = parseApplicationNumber(number);
  const found = whole === null ? null : await findByNumber(db, whole);
  return { reference: number, application: found && (await lookUpApplication(db, found.id)), part: undefined };
}
