import pMap from 'p-map';
import { hashOf } from '../../records/application/eventHash.js';
import { findIntake } from '../../records/application/intakes.js';
import { currentArrival } from '../http/arrivals.js';
import { problemOfError } from '../http/errorHandler.js';
import type { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import {
  type ActCommand,
  answerTo,
  dispatchOrWait,
  firstOutcome,
  type Receipt,
  type RegisteredOnce,
  registerOnce,
} from './performAct.js';

/** What became of one of several acts. */
export type ActResult = { readonly receipt: Receipt } | { readonly problem: Problem };

/** Requests to the database at the same time, of one caller. */
const concurrency = 8;

/**
 * Performs the same act on many applications. Each is registered at the instant the request arrived, before any is judged,
 * and counts from there; they are recorded in few transactions, and each has its own answer, in the order of the commands.
 * One that needs its application's own workflow is sent to it. `commandOf` makes the command; a Problem it throws is the
 * answer of that act.
 */
export async function performTogether(
  deps: Services,
  commands: readonly (() => Promise<ActCommand>)[],
): Promise<readonly ActResult[]> {
  const registered = await pMap(commands, (command) => registerOf(deps, command), { concurrency });
  currentArrival()?.release();
  const waiting = registered.flatMap((one) =>
    'intake' in one && firstOutcome(one.intake) === null ? [one.intake.id] : [],
  );
  const recorded = waiting.length === 0 || (await recordTogether(deps, waiting));
  return await pMap(registered, (one) => ('problem' in one ? one : answerOf(deps, one, recorded)), { concurrency });
}

type Registered = RegisteredOnce & { readonly command: ActCommand };

async function registerOf(
  deps: Services,
  commandOf: () => Promise<ActCommand>,
): Promise<Registered | { readonly problem: Problem }> {
  try {
    const command = await commandOf();
    return { command, ...(await registerOnce(deps, command)) };
  } catch (error) {
    return { problem: problemFrom(deps, error) };
  }
}

/** False: the engine has not answered in time. The acts are registered, and it or the sweeper goes on with them. */
async function recordTogether({ engine, clockOffset, logger }: Services, intakes: readonly string[]): Promise<boolean> {
  try {
    const id = hashOf([...intakes].sort()).slice(0, 32);
    return (await engine.actTogether(id, { intakes, clockOffset })) === 'recorded';
  } catch (error) {
    logger.error({ err: error, acts: intakes.length }, 'could not have acts recorded together');
    return false;
  }
}

/** The answer of one. `recorded` false: hundreds that each wait for an engine that does not answer would keep the person waiting. */
async function answerOf(deps: Services, { command, ...registered }: Registered, recorded: boolean): Promise<ActResult> {
  try {
    const { applicationId, act } = registered.intake;
    const now = (await findIntake(deps.db, { applicationId, key: act.key })) ?? registered.intake;
    const outcome =
      firstOutcome(now) ??
      (recorded ? await dispatchOrWait(deps, command.application, now) : { kind: 'slow' as const });
    return { receipt: await answerTo(deps, command, registered, outcome) };
  } catch (error) {
    return { problem: problemFrom(deps, error) };
  }
}

function problemFrom({ logger }: Services, error: unknown): Problem {
  const problem = problemOfError(error);
  if (problem.status >= 500) logger.error({ err: error }, 'one of several acts failed');
  return problem;
}
