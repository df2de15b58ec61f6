// Threads do not inherit the compiler of their process.
import { register } from 'tsx/esm/api';

register();
await import('./coverThread.ts');
