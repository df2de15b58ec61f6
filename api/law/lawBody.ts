import { deadlineLabels, deadlineNames } from '../../rules/application/deadlines.js';
import { happyPath, mayEnd, placeInDrawing, targetsOf } from '../../rules/application/happyPath.js';
import { actorLabels, roleLabels } from '../../rules/application/labels.js';
import { eventLabels, lawsIn, lifecycle, roles, type StatusLaw, statuses } from '../../rules/application/lifecycle.js';
import { statusHelp } from '../../rules/application/statusHelp.js';
import { basisLabel } from '../../rules/policy/clauses.js';

/** The law as data: what the portal needs to draw the lifecycle and to label everything, without knowing a rule. */
export function lawBody() {
  return {
    statuses: statuses.map((name) => {
      const { zh, en, final, turn, deadlines }: StatusLaw = lifecycle[name];
      const { clause, ...help } = statusHelp[name];
      const drawing = { main: happyPath.includes(name), order: placeInDrawing(name) };
      return { name, zh, en, final, turn, deadlines, help, clause: basisLabel(clause), ...drawing };
    }),
    events: statuses.flatMap((status) =>
      lawsIn(status).map(([event, law]) => ({
        status,
        event,
        ...eventLabels[event],
        allowedRoles: law.allowedRoles,
        allowedRoleLabels: law.allowedRoles.map((role) => actorLabels(event, role)),
        takes: law.takes,
        clause: basisLabel(law.clause),
        deadline: law.when ?? null,
        to: targetsOf(law, status),
        finalTo: mayEnd(law, status),
      })),
    ),
    roles: roles.map((name) => ({ name, ...roleLabels[name] })),
    deadlines: deadlineNames.map((name) => ({ name, ...deadlineLabels[name] })),
  };
}
