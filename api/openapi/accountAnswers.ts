import { z } from 'zod';
import { role } from './parts.js';

export const MeAnswer = z.object({
  personId: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  roles: z.array(z.object({ role, scope: z.string().nullable(), zh: z.string(), en: z.string() })),
});
