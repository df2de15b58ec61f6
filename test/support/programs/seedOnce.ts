import { seed } from '../../../simulation/demo/seed.js';

const input = JSON.parse(process.argv[2] ?? '{}');
await seed({ ...input, print: () => undefined });
