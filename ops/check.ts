import { runChecks } from './checks.js';
import { endOnSignal } from './process/endOnSignal.js';
import { setup } from './setup/setup.js';

const end = endOnSignal(() => {});
await setup({ need: ['prisma', 'apiTypes'], print: console.log });
await end((await runChecks(console.log)) ? 0 : 1);
