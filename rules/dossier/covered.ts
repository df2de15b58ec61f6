import type { Facts } from '../application/facts.js';
import { dossierEditable, isFinal, type Role } from '../application/lifecycle.js';

/** A rectangle of a page that is covered, in ten-thousandths of the page's width and height, from its top left corner. */
export interface CoveredArea {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** What the width and height of a page are counted as. */
export const wholePage = 10_000;
/** Areas of one document. */
export const mostAreas = 200;

/** Roles that read what lies under covered areas: who wrote it, who audits it against the original, and who oversees that. */
const originalReaders: readonly Role[] = ['applicant', 'office', 'supervisor'];

/** Whether somebody with these roles towards an application reads its documents as they were uploaded. */
export function mayReadOriginal(roles: readonly Role[]): boolean {
  return roles.some((role) => originalReaders.includes(role));
}

/** Whether somebody may cover parts of documents now: the applicant while the form is theirs, the office until the end. */
export function mayCover({ status }: Pick<Facts, 'status'>, roles: readonly Role[]): boolean {
  if (roles.includes('applicant')) return dossierEditable(status);
  return roles.includes('office') && !isFinal(status);
}
