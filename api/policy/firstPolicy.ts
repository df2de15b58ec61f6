import { z } from 'zod';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { slug } from '../http/text.js';
import { PolicyBody } from './policyBody.js';

/** The policy a campaign begins with. Campaigns called demo-… are the demo's; due-… would be taken for a workflow beside a campaign's. */
export const FirstPolicy = PolicyBody.safeExtend({
  id: slug.refine(
    (id) => !/^(?:demo|due)-/.test(id),
    bilingualMessage(
      '“demo-”“due-”开头的编号另有用途。',
      'Ids that begin with “demo-” or “due-” are kept for other uses.',
    ),
  ),
  version: z.literal(1),
}).meta({ id: 'FirstPolicy' });
