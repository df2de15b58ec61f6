import {
  certificateNumbers,
  certificateSections,
  type UsedCertificate,
} from '../../rules/dossier/checks/certificates.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import type { Statements } from '../database.js';
import { certificateHash } from '../sealed/sealedDossier.js';
import type { Vault } from '../sealed/vault.js';

/** The hashes of the certificate numbers in these sections of a form. */
export async function certificateRows(vault: Vault, sections: Dossier) {
  const rows = certificateNumbers(sections).map(async ({ section, field, number }) => ({
    section,
    field,
    hash: await certificateHash(vault, section, number),
  }));
  return {
    sections: certificateSections.filter((name) => sections[name] !== undefined),
    rows: await Promise.all(rows),
  };
}

/**
 * Parts of a `WITH` that replace the hashes of the sections saved for the applications of a relation. The parameters at
 * `first` and after it: the names of the sections, and their rows as JSON.
 */
export const replaceCertificates = (relation: string, first: number): string => `
  gone AS (
    DELETE FROM certificate_hashes AS old USING ${relation} AS form
    WHERE old.application_id = form.application_id AND old.section = ANY ($${first}::text[])
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset($${first + 1}::jsonb) AS kept (section text, field text)
        WHERE kept.section = old.section AND kept.field = old.field)
  ), hashed AS (
    INSERT INTO certificate_hashes (application_id, section, field, hash)
    SELECT form.application_id, given.section, given.field, given.hash
    FROM ${relation} AS form, jsonb_to_recordset($${first + 1}::jsonb) AS given (section text, field text, hash text)
    ON CONFLICT (application_id, section, field) DO UPDATE SET hash = excluded.hash
  )`;

/** Stores the hashes of the certificate numbers in the form of an application that was just inserted. */
export async function addCertificates(
  statements: Statements,
  applicationId: string,
  { sections, rows }: Awaited<ReturnType<typeof certificateRows>>,
): Promise<void> {
  await statements.query({
    name: 'add_certificates',
    text: `WITH form AS (SELECT $1::uuid AS application_id), ${replaceCertificates('form', 2)} SELECT`,
    values: [applicationId, sections, JSON.stringify(rows)],
  });
}

/** Numbers of an application's certificates that the application of another person has as well. */
export async function certificatesElsewhere(
  statements: Statements,
  applicationId: string,
): Promise<readonly (Omit<UsedCertificate, 'elsewhere'> & { readonly applicationId: string })[]> {
  const { rows } = await statements.query<Omit<UsedCertificate, 'elsewhere'> & { readonly applicationId: string }>({
    name: 'certificates_elsewhere',
    text: `SELECT DISTINCT ON (own.section, own.field) own.section, own.field, other.application_id AS "applicationId"
           FROM certificate_hashes AS own
             JOIN certificate_hashes AS other ON other.hash = own.hash AND other.application_id <> own.application_id
           WHERE own.application_id = $1::uuid AND ${anotherPerson('own.application_id', 'other.application_id')}
           ORDER BY own.section, own.field, other.application_id`,
    values: [applicationId],
  });
  return rows;
}

/** SQL: two applications are of two people, by account and by ID number. */
export const anotherPerson = (one: string, other: string): string => `NOT EXISTS (
  SELECT FROM applications AS mine JOIN dossiers AS my_form ON my_form.application_id = mine.id,
    applications AS their JOIN dossiers AS their_form ON their_form.application_id = their.id
  WHERE mine.id = ${one} AND their.id = ${other}
    AND (mine.applicant_id = their.applicant_id OR my_form.id_number_hash = their_form.id_number_hash))`;
