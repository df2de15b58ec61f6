import { TEST_BUNDLE } from '../../../ops/testNeeds.js';
import type { Servers } from '../../../simulation/chaos/stack/servers.js';
import { type Stack, type StackOptions, startStack } from '../../../simulation/chaos/stack/stack.js';

export type TestStack = Stack;

/** Starts the product on servers, with the workflows that `npm test` has bundled. */
export function startTestStack(servers: Servers, options: Omit<StackOptions, 'bundleFolder'>): Promise<TestStack> {
  return startStack(servers, { ...options, bundleFolder: TEST_BUNDLE });
}
