import path from 'node:path';
import { ROOT } from '../config/environment.js';
import { isDeploymentCommand, runDeploymentCommand } from './cluster/deploymentCommand.js';
import { runInstallation } from './start/installation.js';

// Its own data folder and namespace: it stands beside what `npm start` keeps.
process.env.PINGSHEN_DATA ||= path.join(ROOT, '.data', 'cluster');
process.env.TEMPORAL_NAMESPACE ||= 'pingshen';
process.env.TRUSTED_PROXY ||= '127.0.0.1';

const [command, ...args] = process.argv.slice(2);
if (isDeploymentCommand(command)) {
  await runDeploymentCommand(command, args).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
} else {
  await runInstallation({
    need: ['portal', 'programs'],
    // Loaded late: they import the database client, which setup may have had to generate first.
    addTemporal: async (options) => (await import('./cluster/clusterParts.js')).addTemporal(options),
    parts: async (options) => (await import('./cluster/clusterParts.js')).clusterParts(options),
  });
}
