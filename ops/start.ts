import { runInstallation } from './start/installation.js';
import { productParts } from './start/productParts.js';

await runInstallation({ need: ['prisma', 'portal'], parts: async (options) => productParts(options) });
