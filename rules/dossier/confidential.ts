import type { Role } from '../application/lifecycle.js';
import type { DocumentKind } from './dossier.js';

/** Kinds that hold what others voted and who they are: only the committee's office and its supervisor read them. */
const confidential: readonly DocumentKind[] = ['paper_minutes'];
const readers: readonly Role[] = ['office', 'supervisor'];

/** Whether somebody with these roles may read documents of a kind. */
export function mayReadKind(kind: DocumentKind, roles: readonly Role[]): boolean {
  return !confidential.includes(kind) || roles.some((role) => readers.includes(role));
}
