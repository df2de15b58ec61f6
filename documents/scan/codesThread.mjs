// Threads do not inherit the compiler of their process.
import { register } from 'tsx/esm/api';

register();
const { codesIn } = await import('./pageCodes.ts');

/** What a file holds that no engine reads is no code. */
export default async ({ content, isPdf }) => await codesIn(content, isPdf).catch(() => []);
