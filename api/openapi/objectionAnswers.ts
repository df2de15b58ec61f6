import { z } from 'zod';
import { at, status, words } from './parts.js';

export const ObjectionsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        stage: z.enum(['unit_publicity', 'public_notice']),
        raisedAt: at,
        applicationId: z.uuid(),
        applicantName: z.string(),
        unitName: z.string(),
        status,
        statusWords: words,
      })
      .meta({ id: 'OpenObjection' }),
  ),
});
