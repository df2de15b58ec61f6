import { isoInBeijing } from '../../../rules/calendar/instant.js';
import type { DefenseSession, Plan } from '../../defense/defenseQueries.js';

/** A plan's form values; the start in the format of a datetime-local input, in Beijing time. */
export interface Draft {
  readonly specialty: string;
  readonly room: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly panel: readonly string[];
  readonly leader: string;
  readonly applications: readonly string[];
}

export const emptyDraft: Draft = {
  specialty: '',
  room: '',
  startsAt: '',
  minutes: 20,
  panel: [],
  leader: '',
  applications: [],
};

/** The form values of an existing session. */
export function draftOf({ specialty, room, startsAt, minutes, panel, slots }: DefenseSession): Draft {
  return {
    specialty,
    room,
    minutes,
    startsAt: isoInBeijing(Date.parse(startsAt)).slice(0, 16),
    panel: panel.map(({ expertId }) => expertId),
    leader: panel.find(({ leader }) => leader)?.expertId ?? '',
    applications: slots.map(({ applicationId }) => applicationId),
  };
}

/** The plan, once it is complete enough to check; the first of the panel leads until a leader is chosen. */
export function planOf({ specialty, room, startsAt, minutes, panel, leader, applications }: Draft): Plan | null {
  const leads = panel.includes(leader) ? leader : panel[0];
  if (specialty === '' || room.trim() === '' || startsAt === '' || minutes < 1 || leads === undefined) return null;
  return {
    specialty,
    room: room.trim(),
    startsAt: `${startsAt}:00+08:00`,
    minutes,
    panel: [...panel],
    leader: leads,
    applications: [...applications],
  };
}
