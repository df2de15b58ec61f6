import { until } from '../../../ops/process/ports.js';
import { findApplication } from '../../../records/application/applications.js';
import type { Facts } from '../../../rules/application/facts.js';
import type { TestApi } from '../testApi.js';
import { workflowIdOf } from '../workflowIdOf.js';

/** The facts of an application's workflow, once it has followed its record. @throws when it does not within half a minute */
export async function followed({ db, deps: { engine } }: Pick<TestApi, 'db' | 'deps'>, id: string): Promise<Facts> {
  const number = await workflowIdOf(db, id);
  const isThere = async () => (await engine.current(number)).facts.seq === (await findApplication(db, id))?.facts.seq;
  if (!(await until(isThere, { timeoutMs: 30_000, everyMs: 200 }))) throw new Error(`${number} has not followed`);
  return (await engine.current(number)).facts;
}
