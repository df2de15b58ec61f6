import { runInstallation } from './start/installation.js';
import { productParts } from './start/productParts.js';

await runInstallation({ need: ['portal', 'programs'], parts: async (options) => productParts(options) });
