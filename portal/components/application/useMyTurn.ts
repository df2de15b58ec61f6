import type { Status } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';
import type { Role } from '../../api/me.js';

const none: readonly Status[] = [];

/** The statuses in which the law gives this role an act; empty until the law is loaded. */
export function useMyTurn(role: Role): readonly Status[] {
  const law = useLaw();
  if (law === undefined) return none;
  const acting = new Set(
    law.events.filter(({ allowedRoles }) => allowedRoles.includes(role)).map(({ status }) => status),
  );
  return law.statuses
    .filter(({ name, final, turn }) => !final && (turn === role || acting.has(name)))
    .map(({ name }) => name);
}
