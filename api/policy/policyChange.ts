import { z } from 'zod';
import { line, paragraph } from '../http/text.js';
import { PolicyBody } from './policyBody.js';

/** Version of the newer calendar that comes with a policy. Absent: the calendar in force stays. */
export const calendarVersion = line(500).optional();

/** A new policy, and why: the version names the policy that is being replaced. */
export const PolicyChange = z.strictObject({ reason: paragraph(2000), policy: PolicyBody, calendarVersion });
