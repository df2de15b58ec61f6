// Processes do not inherit the compiler of the one that starts them.
import { register } from 'tsx/esm/api';

register();
await import('./program.ts');
