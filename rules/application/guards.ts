import { acrossGuards } from './guards/acrossGuards.js';
import { auditGuards } from './guards/auditGuards.js';
import { defenseGuards } from './guards/defenseGuards.js';
import { entrustedGuards } from './guards/entrustedGuards.js';
import { filingGuards } from './guards/filingGuards.js';
import { objectionGuards } from './guards/objectionGuards.js';
import { paymentGuards } from './guards/paymentGuards.js';
import { positionGuards } from './guards/positionGuards.js';
import { postingGuards } from './guards/postingGuards.js';
import { reviewGuards } from './guards/reviewGuards.js';
import { unitGuards } from './guards/unitGuards.js';

/** Every condition the law table names. A guard returns null, or the refusal with its clause. */
export const guards = {
  ...filingGuards,
  ...unitGuards,
  ...positionGuards,
  ...objectionGuards,
  ...auditGuards,
  ...paymentGuards,
  ...defenseGuards,
  ...reviewGuards,
  ...entrustedGuards,
  ...postingGuards,
  ...acrossGuards,
} as const;
export type GuardName = keyof typeof guards;
