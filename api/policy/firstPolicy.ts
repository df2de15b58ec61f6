import { z } from 'zod';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { slug } from '../http/text.js';
import { PolicyBody } from './policyBody.js';

/** The policy a campaign begins with. Campaigns called demo-… are the demo's. */
export const FirstPolicy = PolicyBody.safeExtend({
  id: slug.refine(
    (id) => !id.startsWith('demo-'),
    bilingualMessage('“demo-”开头的编号留给演示。', 'Ids that begin with “demo-” are kept for the demo.'),
  ),
  version: z.literal(1),
}).meta({ id: 'FirstPolicy' });
