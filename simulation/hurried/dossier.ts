import { createHash } from 'node:crypto';
import type { Database } from '../../records/database.js';
import { keepFile } from '../../records/dossier/documentFile.js';
import { inTransaction } from '../../records/inTransaction.js';
import { idNumberHash, personOwner, sealDossier } from '../../records/sealed/sealedDossier.js';
import { recommendationAttachments } from '../../rules/dossier/checklist.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { requiredEvidence } from '../../rules/dossier/requiredEvidence.js';
import { sampleDossier } from '../samples/dossier.js';
import { samplePdf } from '../samples/pdf.js';
import { samplePerson } from '../samples/people.js';
import { profile } from './bodies.js';
import { openPolicy as policy } from './campaign.js';

// Nobody applies twice in a campaign, by ID number: each form is somebody else's.
let filled = 0;
function nextDossier(): Dossier {
  filled += 1;
  return sampleDossier({ profile, person: samplePerson(filled, policy.year), employer: '阿克苏地区某院', policy });
}
/** Every document that this form requires, the unit's and the office's included. */
const documentsFor = (dossier: Dossier) => [
  ...requiredEvidence(profile, dossier, policy).map(({ anyOf: [kind], year }) => ({ kind, year })),
  ...recommendationAttachments(policy).map((kind) => ({ kind, year: null })),
  { kind: 'paper_minutes', year: null },
];

const fill = {
  name: 'fill_dossier',
  text: `
    WITH filled AS (UPDATE dossiers SET draft = $2, id_number_hash = $6, version = version + 1 WHERE application_id = $1)
    INSERT INTO documents (id, application_id, kind, year, file_name, media_type, size, sha256, uploaded_by, uploaded_at)
    SELECT gen_random_uuid(), $1, kind, year, kind || '.pdf', 'application/pdf', $5, $4, 'bench', now()
    FROM jsonb_to_recordset($3) AS document(kind text, year smallint)`,
};

/** A file in the document store, which stands for every piece of evidence. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  /** What and where: the checks of the record would say in time that a file is missing. */
  readonly kept: { readonly dataDir: string; readonly content: Buffer };
}

const noteAll = {
  name: 'note_documents',
  text: `SELECT note_row(kind, scope, subject, row_hash) FROM registered_rows
         WHERE kind = 'document' AND application_id = $1`,
};

/** Stores the form and evidence of an application, as if they had been typed and uploaded. */
export async function fillDossier(database: Database, applicationId: string, file: StoredFile): Promise<void> {
  const { applicantId } = await database.application.findUniqueOrThrow({ where: { id: applicationId } });
  const dossier = nextDossier();
  const draft = JSON.stringify(await sealDossier(database.vault, { applicationId, applicantId }, dossier));
  const hash = await idNumberHash(database.vault, dossier.basicInformation?.idNumber);
  const { sha256, size, kept } = file;
  const owner = personOwner(applicantId);
  await keepFile({ dataDir: kept.dataDir, db: database }, { owner, sha256 }, kept.content);
  await inTransaction(database, async (connection) => {
    await connection.query({
      ...fill,
      values: [applicationId, draft, JSON.stringify(documentsFor(dossier)), sha256, size, hash],
    });
    await connection.query({ ...noteAll, values: [applicationId] });
  });
}

/** A PDF that `fillDossier` puts into the document store of a data folder, for each applicant. */
export function evidenceIn(dataDir: string): StoredFile {
  const content = Buffer.from(samplePdf(['材料']));
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { sha256, size: content.length, kept: { dataDir, content } };
}
