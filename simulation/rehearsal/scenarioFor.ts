import { readFile } from 'node:fs/promises';
import { parsePolicy } from '../../api/policy/parsePolicy.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { shippedPolicies } from '../../rules/policy/campaigns/shipped.js';
import { derivedScenario } from './derived/derivedScenario.js';
import { buildScenario, type Scenario } from './scenario.js';

/** What the command was asked to play. */
export interface Asked {
  /** Applications of the campaign of 2024; other notices have as many as their tracks and levels ask for. */
  readonly count: number;
  readonly notice?: string | undefined;
  readonly policyFile?: string | undefined;
}

/** The scenario asked for. @throws Error in a person's words where there is no such notice, or the file is no policy */
export async function scenarioFor({ count, notice, policyFile }: Asked): Promise<Scenario> {
  if (policyFile !== undefined) return derivedScenario(parsePolicy(await readFile(policyFile, 'utf8')), 'levels');
  if (notice === undefined || notice === aksu2024.id) return buildScenario(count);
  const policy = shippedPolicies.find(({ id }) => id === notice);
  const ids = shippedPolicies.map(({ id }) => id).join(', ');
  if (!policy) throw new Error(`--notice: 没有这份通知 / no such notice: ${notice} (${ids})`);
  return derivedScenario(policy, 'levels');
}
