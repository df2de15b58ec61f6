import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Statements } from '../database.js';
import type { SealedDossier } from '../sealed/sealedDossier.js';
import { stored } from '../timestamps.js';
import { openingHash, openingOf } from './eventHash.js';
import { projectionOf } from './projection.js';

const insert = {
  name: 'insert_application',
  text: `
    WITH opened AS (
      INSERT INTO applications SELECT * FROM jsonb_populate_record(NULL::applications, $1::jsonb) RETURNING id, opened_at
    )
    INSERT INTO dossiers (application_id, draft, id_number_hash, updated_at) SELECT id, $2::jsonb, $3, opened_at FROM opened`,
};

/** A form as it is stored, and the hash of its ID number. */
export interface SealedDraft {
  readonly draft: SealedDossier;
  readonly hash: string | null;
}

/** Inserts an application without events, and its dossier. Its workflow counts as not started. See `nextNumber`. */
export async function insertApplication(
  statements: Statements,
  facts: Facts,
  { number, openedAt }: { readonly number: string; readonly openedAt: Instant },
  { draft, hash }: SealedDraft = { draft: {}, hash: null },
): Promise<void> {
  const { campaignId, unitId, departmentId, applicantId, employerKind, ...same } = projectionOf(facts);
  const opening = openingOf(facts, number);
  const row = {
    ...same,
    number,
    campaign_id: campaignId,
    unit_id: unitId,
    department_id: departmentId,
    applicant_id: applicantId,
    employer_kind: employerKind,
    needs_attention: false,
    opening,
    last_hash: openingHash(opening, openedAt),
    opened_at: stored(openedAt),
    updated_at: stored(openedAt),
  };
  await statements.query({ ...insert, values: [JSON.stringify(row), JSON.stringify(draft), hash] });
}
