import type { Policy } from '../policy.js';
import { aksu2024 } from './aksu2024.js';
import { kizilsu2025 } from './kizilsu2025.js';
import { province2025 } from './province2025.js';

/** The notices the product comes with, the one it started from first. */
export const shippedPolicies: readonly Policy[] = [aksu2024, kizilsu2025, province2025];
