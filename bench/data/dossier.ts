import type { Database } from '../../records/database.js';
import { recommendationAttachments } from '../../rules/dossier/checklist.js';
import { requiredEvidence } from '../../rules/dossier/requiredEvidence.js';
import { sampleDossier } from '../../simulation/samples/dossier.js';
import { samplePerson } from '../../simulation/samples/people.js';
import { profile } from './bodies.js';
import { openPolicy as policy } from './campaign.js';

// The same dossier for everybody: a complete form and every required document, the unit's included.
const dossier = sampleDossier({ profile, person: samplePerson(0, policy.year), employer: '阿克苏地区某院', policy });
const documents = [
  ...requiredEvidence(profile, dossier, policy).map(({ anyOf: [kind], year }) => ({ kind, year })),
  ...recommendationAttachments(policy).map((kind) => ({ kind, year: null })),
];

const fill = {
  name: 'fill_dossier',
  text: `
    WITH filled AS (UPDATE dossiers SET draft = $2, version = version + 1 WHERE application_id = $1)
    INSERT INTO documents (id, application_id, kind, year, file_name, media_type, size, sha256, uploaded_by, uploaded_at)
    SELECT gen_random_uuid(), $1, kind, year, kind || '.pdf', 'application/pdf', 100000, repeat('0', 64), 'bench', now()
    FROM jsonb_to_recordset($3) AS document(kind text, year smallint)`,
};
const values = [JSON.stringify(dossier), JSON.stringify(documents)];

/** Stores the form and evidence of an application with one statement, as if they had been typed and uploaded. */
export async function fillDossier({ pool }: Database, applicationId: string): Promise<void> {
  await pool.query({ ...fill, values: [applicationId, ...values] });
}
