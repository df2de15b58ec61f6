import { isoInBeijing } from '../../../rules/calendar/instant.js';
import type { DefenseSession, Plan } from '../../defense/defenseQueries.js';

/** A plan as the page holds it: the start as the browser's field has it, in Beijing time. */
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

/** A session's plan, to be changed. */
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

/** The plan, once there is enough of it to be looked at; who leads is the first of the panel until somebody is named. */
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
