import { amendment } from '../../rules/policy/amendedTo.js';

/** SQL joins that give `pinned.version` of the applications under an alias: the version of the policy as in `pinnedPolicy`. */
export const pinnedVersion = (application: string): string => `
    CROSS JOIN LATERAL (SELECT max((data->>'version')::int) AS version FROM events
      WHERE application_id = ${application}.id AND event = '${amendment}') AS amended
    CROSS JOIN LATERAL (SELECT versions.version FROM policy_versions AS versions
      WHERE campaign_id = ${application}.campaign_id
      ORDER BY (versions.version = amended.version) DESC NULLS LAST, (changed_at <= ${application}.opened_at) DESC,
               CASE WHEN changed_at <= ${application}.opened_at THEN -versions.version ELSE versions.version END
      LIMIT 1) AS pinned`;
