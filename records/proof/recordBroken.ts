/**
 * A check has found that the record of an application does not hold: nothing is recorded on it until a check finds it whole
 * again.
 */
export class RecordBroken extends Error {
  override readonly name = 'RecordBroken';
}
