import type { Transition } from '../../rules/application/act.js';
import type { EventName, Role, Status } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';
import { dossierHash } from '../dossier/dossierHash.js';
import { openFrozen, type SealedVersion } from '../dossier/dossiers.js';
import type { DossierOwner } from '../sealed/sealedDossier.js';
import type { ApplicationRecord } from './applicationFault.js';

type Json = Readonly<Record<string, unknown>>;
interface Row {
  readonly application: Json;
  readonly events: readonly Json[];
  readonly intakes: readonly Json[];
  readonly forms: readonly Json[];
  readonly certificate: Json | null;
}

// One statement sees one moment: nothing that is being recorded meanwhile looks half done.
const read = {
  name: 'read_record',
  text: `SELECT to_jsonb(application) AS application,
    (SELECT COALESCE(jsonb_agg(to_jsonb(entry) ORDER BY seq), '[]') FROM events AS entry WHERE application_id = $1::uuid) AS events,
    (SELECT COALESCE(jsonb_agg(to_jsonb(intake) ORDER BY key), '[]') FROM intakes AS intake WHERE application_id = $1::uuid) AS intakes,
    (SELECT COALESCE(jsonb_agg(to_jsonb(form) ORDER BY hash), '[]') FROM dossier_versions AS form WHERE application_id = $1::uuid) AS forms,
    (SELECT to_jsonb(certificate) FROM certificates AS certificate WHERE application_id = $1::uuid) AS certificate
  FROM applications AS application WHERE id = $1::uuid`,
};

/** Everything recorded of an application, or null when there is none of this id. */
export async function readRecord(
  database: Pick<Database, 'pool' | 'vault'>,
  id: string,
): Promise<ApplicationRecord | null> {
  const { rows } = await database.pool.query<Row>({ ...read, values: [id] });
  const [row] = rows;
  if (!row) return null;
  const applicantId = row.application.applicant_id as string;
  const forms = row.forms.map(async (form) => ({
    hash: form.hash as string,
    recomputed: await rehashed(database, { applicationId: id, applicantId }, form.frozen as SealedVersion),
  }));
  return { ...recordOf(id, row), forms: await Promise.all(forms) };
}

/** The hash of a frozen form as it is now; null when its applicant's data were erased, empty when it was changed. */
async function rehashed(
  database: Pick<Database, 'vault'>,
  { applicationId, applicantId }: DossierOwner,
  sealed: SealedVersion,
): Promise<string | null> {
  const frozen = await openFrozen(database, applicationId, sealed).catch(() => 'changed' as const);
  if (frozen === 'changed') return '';
  return frozen && (await dossierHash(database, applicantId, frozen));
}

const instant = (text: unknown) => (text === null ? null : Date.parse(text as string));

function recordOf(id: string, { application, events, intakes, certificate }: Row): Omit<ApplicationRecord, 'forms'> {
  const { campaign_id, unit_id, department_id, applicant_id, employer_kind, due, ...same } = application;
  return {
    id,
    opening: application.opening as ApplicationRecord['opening'],
    openedAt: instant(application.opened_at) ?? 0,
    facts: application.facts as ApplicationRecord['facts'],
    lastHash: application.last_hash as string,
    columns: {
      ...same,
      campaignId: campaign_id,
      unitId: unit_id,
      departmentId: department_id,
      applicantId: applicant_id,
      employerKind: employer_kind,
      due: instant(due),
    },
    events: events.map((event) => ({
      transition: transitionOf(event),
      prevHash: event.prev_hash as string,
      hash: event.hash as string,
    })),
    intakes: intakes.map((intake) => ({
      act: { ...actOf(intake), at: instant(intake.received_at) ?? 0 },
      freeText: intake.free_text,
      done: intake.outcome === 'done',
    })),
    certificate: certificate && {
      campaignId: certificate.campaign_id as string,
      ordinal: certificate.ordinal as number,
      number: certificate.number as string,
      conferredOn: certificate.conferred_on as string,
    },
  };
}

function actOf({ key, event, actor_role, actor_id, actor_scope, data, free_text_hash }: Json) {
  return {
    key: key as string,
    event: event as EventName,
    actor: { role: actor_role as Role, personId: actor_id as string, scope: actor_scope as string | null },
    data: data as Transition['data'],
    freeTextHash: free_text_hash as string | null,
  };
}

function transitionOf(row: Json): Transition {
  return {
    ...actOf(row),
    seq: row.seq as number,
    law: row.law as number,
    at: instant(row.at) ?? 0,
    from: row.from_status as Status,
    to: row.to_status as Status,
    changes: row.changes as Transition['changes'],
    deadlines: row.deadlines as Transition['deadlines'],
  };
}
