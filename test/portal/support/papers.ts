import type { DocumentKind, Dossier } from '../../../rules/dossier/dossier.js';
import type { Caller } from '../../support/office.js';
import { completeDossier, completeEvidence } from '../../unit/rules/completeDossier.js';
import { evidenceFile } from './evidenceFile.js';

/** Fills the form and attaches every required document through the API, where typing would only cost time. */
export async function fillDossier(as: Caller, id: string, sections: Dossier = completeDossier): Promise<void> {
  await as.patch(`/api/applications/${id}`).send({ sections }).expect(200);
  for (const { kind, year } of completeEvidence) await attach(as, id, kind, year);
}

/** A complete form with an ID number of its own: the register of sanctions finds people by theirs. */
export function formOfPerson(ordinal: number): Dossier {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const { basicInformation } = completeDossier;
  const digits = `${basicInformation.idNumber.slice(0, 14)}${String(2 * ordinal).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return {
    ...completeDossier,
    basicInformation: { ...basicInformation, idNumber: `${digits}${'10X98765432'[sum % 11]}` },
  };
}

/** Attaches a document. */
export async function attach(as: Caller, id: string, kind: DocumentKind, year: number | null = null): Promise<void> {
  const { fileName, content } = evidenceFile(kind, year);
  await as
    .post(`/api/applications/${id}/documents`)
    .query({ kind, fileName, ...(year === null ? {} : { year }) })
    .type('application/octet-stream')
    .send(content)
    .expect(201);
}
