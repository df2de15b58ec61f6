import { readEnvironment } from '../../config/environment.js';
import { connectTemporal } from '../../config/temporalConnection.js';
import { type Deployments, deploymentsOf, type Routing } from './deployments.js';

const commands = ['versions', 'ramp', 'current', 'rollback'] as const;
type Command = (typeof commands)[number];
export const isDeploymentCommand = (word: string | undefined): word is Command =>
  (commands as readonly (string | undefined)[]).includes(word);

const usage = `用法 / usage: npm run cluster -- versions
               npm run cluster -- ramp PERCENT [BUILD]
               npm run cluster -- current [BUILD]
               npm run cluster -- rollback
BUILD：默认为最新的版本 / by default the newest version`;

/** Shows the versions of the workers, or moves workflows from one to another. @throws Error with the usage */
export async function runDeploymentCommand(command: Command, args: readonly string[]): Promise<void> {
  const { temporal } = readEnvironment();
  const connection = await connectTemporal({ ...temporal, address: temporal.address ?? '127.0.0.1:7233' });
  try {
    const deployments = deploymentsOf(connection, temporal.namespace);
    await carryOut(deployments, command, args);
    for (const line of linesOf(await deployments.routing())) console.log(line);
  } finally {
    await connection.close();
  }
}

async function carryOut(deployments: Deployments, command: Command, args: readonly string[]): Promise<void> {
  const { versions } = await deployments.routing();
  const known = (asked: string | undefined) => {
    const found = asked === undefined ? versions[0] : versions.find(({ buildId }) => buildId === asked);
    if (found) return found.buildId;
    throw new Error(`没有这个版本 / no such version: ${asked ?? ''}\n${usage}`);
  };
  switch (command) {
    case 'versions':
      return;
    case 'ramp': {
      const [percent, build] = args;
      const percentage = Number(percent);
      if (!(percentage > 0 && percentage <= 100)) throw new Error(usage);
      return await deployments.ramp(known(build), percentage);
    }
    case 'current':
      return await deployments.makeCurrent(known(args[0]));
    case 'rollback':
      return await deployments.rollBack();
  }
}

function linesOf({ current, ramping, versions }: Routing): string[] {
  return versions.map(({ buildId, draining }) => {
    if (buildId === current) return `${buildId}  现行 / current`;
    if (buildId === ramping?.buildId) return `${buildId}  放量 / ramping ${ramping.percentage} %`;
    return `${buildId}  ${draining ? '仍有流程 / workflows still run on it' : '没有流程 / idle'}`;
  });
}
