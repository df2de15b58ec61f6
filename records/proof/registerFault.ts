import type { Statements } from '../database.js';
import type { Fault } from './fault.js';

const chain = `chain AS (
    SELECT *, lag(hash, 1, repeat('0', 64)) OVER (ORDER BY seq) AS before, row_number() OVER (ORDER BY seq) AS place
    FROM register_entries WHERE scope = $1
  ), broken AS (
    SELECT seq FROM chain WHERE seq <> place OR prev_hash <> before OR hash <> encode(sha256(convert_to(
      concat_ws(E'\\n', scope, seq, kind, subject, row_hash, prev_hash), 'UTF8')), 'hex') ORDER BY seq LIMIT 1
  ), noted AS (
    SELECT DISTINCT ON (kind, subject) kind, subject, row_hash FROM chain ORDER BY kind, subject, seq DESC
  )`;
const compare = (name: string, present: string) => ({
  name: `register_${name}`,
  text: `WITH ${chain}
    SELECT 'entry ' || seq AS at FROM broken
    UNION ALL
    SELECT * FROM (SELECT kind || ' ' || subject AS at
      FROM noted FULL JOIN (SELECT kind, subject, row_hash FROM registered_rows WHERE ${present}) AS present USING (kind, subject)
      WHERE noted.row_hash IS DISTINCT FROM present.row_hash AND subject LIKE $2 ORDER BY 1) AS differing LIMIT 1`,
});
const ofApplication = compare('of_application', `application_id = substr($1, 13)::uuid AND scope = $1`);
const ofCampaign = compare('of_campaign', `campaign_id = substr($1, 10) AND scope = $1`);
const ofSanctions = compare('of_sanctions', `kind = 'sanction' AND scope = $1`);

async function firstOf(
  statements: Statements,
  query: { readonly name: string; readonly text: string },
  values: string[],
) {
  const { rows } = await statements.query<{ at: string }>({ ...query, values });
  const fault: Fault | null = rows[0] ? { what: 'register', at: rows[0].at } : null;
  return fault;
}

/** The first frozen form or document of an application that is not as it was noted. */
export const papersFault = (statements: Statements, applicationId: string) =>
  firstOf(statements, ofApplication, [`application:${applicationId}`, '%']);

/** The first version of a campaign's policy that is not as it was noted. */
export const policyFault = (statements: Statements, campaignId: string) =>
  firstOf(statements, ofCampaign, [`campaign:${campaignId}`, '%']);

/** The first sanction that is not as it was noted; of one application when given. */
export const sanctionFault = (statements: Statements, applicationId?: string) =>
  firstOf(statements, ofSanctions, ['sanctions', applicationId === undefined ? '%' : `${applicationId}/%`]);
