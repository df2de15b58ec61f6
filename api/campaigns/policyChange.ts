import { z } from 'zod';
import { paragraph } from '../text.js';
import { PolicyBody } from './policyBody.js';

/** A new policy, and why: the version names the policy that is being replaced. */
export const PolicyChange = z.strictObject({ reason: paragraph(2000), policy: PolicyBody });
