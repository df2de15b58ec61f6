import type { Database } from '../database.js';
import type { Fault } from '../proof/fault.js';
import { type Application, applicationOf } from './applicationRow.js';

/** An application with the names its page shows and the version of its form. */
export interface ApplicationPage {
  readonly application: Application;
  readonly applicantName: string;
  readonly unitName: string;
  /** Of the departments in the chain, in its order; the id where a department no longer exists. */
  readonly chainNames: readonly string[];
  readonly campaignTitle: string;
  /** The version of the form being filled in. */
  readonly dossierVersion: number;
  /** How many documents were ever uploaded and how many of them removed; changes with each upload and removal. */
  readonly documents: string;
  /** What of its record does not hold; null: nothing known. */
  readonly fault: Fault | null;
}

const read = {
  name: 'application_page',
  text: `
    SELECT application.id, application.number, application.campaign_id AS "campaignId", application.unit_id AS "unitId",
      application.department_id AS "departmentId", application.applicant_id AS "applicantId", application.status,
      application.seq, application.due, application.needs_attention AS "needsAttention", application.facts,
      application.last_hash AS "lastHash", application.opened_at AS "openedAt", application.started_at AS "startedAt",
      application.updated_at AS "updatedAt",
      person.name AS "applicantName", unit.name AS "unitName", campaign.title AS "campaignTitle",
      ARRAY(SELECT COALESCE(department.name, link.id)
        FROM jsonb_array_elements_text(application.facts->'chain') WITH ORDINALITY AS link(id, level)
        LEFT JOIN departments AS department ON department.id = link.id ORDER BY link.level) AS "chainNames",
      COALESCE(dossier.version, 0) AS "dossierVersion",
      (SELECT count(*) || '-' || count(removed_at) FROM documents WHERE application_id = application.id) AS documents,
      record.fault
    FROM applications AS application
    JOIN users AS person ON person.id = application.applicant_id
    JOIN units AS unit ON unit.id = application.unit_id
    JOIN campaigns AS campaign ON campaign.id = application.campaign_id
    LEFT JOIN record_checks AS record ON record.kind = 'application' AND record.subject = application.id::text
    LEFT JOIN dossiers AS dossier ON dossier.application_id = application.id
    WHERE application.id = $1::uuid`,
};

type Row = Parameters<typeof applicationOf>[0] & Omit<ApplicationPage, 'application'>;

/** Reads what the page of an application shows, in one statement by primary keys; null when there is no such application. */
export async function applicationPage({ pool }: Database, id: string): Promise<ApplicationPage | null> {
  const { rows } = await pool.query<Row>({ ...read, values: [id] });
  const [row] = rows;
  if (!row) return null;
  const { applicantName, unitName, chainNames, campaignTitle, dossierVersion, documents, fault } = row;
  return {
    application: applicationOf(row),
    applicantName,
    unitName,
    chainNames,
    campaignTitle,
    dossierVersion,
    documents,
    fault,
  };
}
