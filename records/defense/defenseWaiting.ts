import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import type { Busy } from '../../rules/defense/planProblems.js';
import { liveStates } from '../../rules/defense/sessionLaw.js';
import type { Statements } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** An application that waits for its defense and has no slot. */
export interface Waiting {
  readonly applicationId: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly level: Level;
  readonly specialty: string;
  readonly absences: number;
}

/** Applications in these statuses without a slot in any session other than `except`. */
export async function waitingForDefense(
  statements: Statements,
  filter: {
    readonly campaignId: string;
    readonly statuses: readonly Status[];
    readonly except: string | null;
  },
): Promise<readonly Waiting[]> {
  const { campaignId, statuses, except } = filter;
  const { rows } = await statements.query<Waiting>({
    name: 'waiting_for_defense',
    text: `SELECT application.id AS "applicationId", application.applicant_id AS "applicantId",
             users.name AS "applicantName", units.name AS "unitName", application.level, application.specialty,
             (application.facts->>'absences')::int AS absences
           FROM applications AS application
           JOIN users ON users.id = application.applicant_id JOIN units ON units.id = application.unit_id
           WHERE application.campaign_id = $1 AND application.status = ANY($2::text[])
             AND NOT EXISTS (SELECT FROM defense_slots AS slot WHERE slot.application_id = application.id
               AND slot.outcome IS NULL AND slot.session_id IS DISTINCT FROM $3::uuid)
           ORDER BY application.specialty, application.level, units.name, users.name, application.id`,
    values: [campaignId, statuses, except],
  });
  return rows;
}

interface BusyRow extends Omit<Busy, 'startsAt' | 'endsAt' | 'slots'> {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly minutes: number;
  readonly slots: readonly {
    readonly applicationId: string;
    readonly applicantId: string;
    readonly startsAt: string;
  }[];
}

/** Sessions of any campaign, still to be held, that overlap a period; without `except`. */
export async function busyBetween(
  statements: Statements,
  filter: {
    readonly campaignId: string;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly except: string | null;
  },
): Promise<readonly Busy[]> {
  const { campaignId, startsAt, endsAt, except } = filter;
  const { rows } = await statements.query<BusyRow>({
    name: 'defenses_between',
    text: `SELECT session.campaign_id = $1 AS "sameCampaign", session.room, session.starts_at AS "startsAt",
             session.ends_at AS "endsAt", session.minutes,
             ARRAY(SELECT expert_id::text FROM defense_panel WHERE session_id = session.id) AS panel,
             COALESCE((SELECT jsonb_agg(jsonb_build_object('applicationId', slot.application_id,
                 'applicantId', application.applicant_id, 'startsAt', slot.starts_at))
               FROM defense_slots AS slot JOIN applications AS application ON application.id = slot.application_id
               WHERE slot.session_id = session.id AND slot.outcome IS NULL), '[]') AS slots
           FROM defense_sessions AS session
           WHERE session.state = ANY($2::text[]) AND session.starts_at < $4 AND session.ends_at > $3
             AND session.id IS DISTINCT FROM $5::uuid
           ORDER BY session.starts_at, session.id`,
    values: [campaignId, liveStates, stored(startsAt), stored(endsAt), except],
  });
  return rows.map(({ minutes, slots, ...row }) => ({
    ...row,
    startsAt: instantFrom(row.startsAt),
    endsAt: instantFrom(row.endsAt),
    slots: slots.map((slot) => {
      const begins = Date.parse(slot.startsAt);
      return { ...slot, startsAt: begins, endsAt: begins + minutes * 60_000 };
    }),
  }));
}
