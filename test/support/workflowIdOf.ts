import { numberOf } from '../../records/application/applications.js';
import type { Database } from '../../records/database.js';

/** The id of an application's workflow: its short number. */
export async function workflowIdOf(db: Database, applicationId: string): Promise<string> {
  const number = await numberOf(db, applicationId);
  if (number === null) throw new Error(`no application ${applicationId}`);
  return number;
}
