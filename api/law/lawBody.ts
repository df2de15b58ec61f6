import { deadlineNames, deadlineWords } from '../../rules/application/deadline.js';
import { lawsIn, lifecycle, roles, type StatusLaw, statuses } from '../../rules/application/lifecycle.js';
import { mainRoad, mayEnd, placeInDrawing, targetsOf } from '../../rules/application/mainRoad.js';
import { statusHelp } from '../../rules/application/statusHelp.js';
import { actorWords, eventWords, roleWords } from '../../rules/application/words.js';

/** The law as data: what a window needs to draw the lifecycle and to name everything, without knowing a rule. */
export function lawBody() {
  return {
    statuses: statuses.map((name) => {
      const { zh, en, final, turn, deadlines }: StatusLaw = lifecycle[name];
      const { clause, ...help } = statusHelp[name];
      const drawing = { main: mainRoad.includes(name), order: placeInDrawing(name) };
      return { name, zh, en, final, turn, deadlines, help, clause, ...drawing };
    }),
    events: statuses.flatMap((status) =>
      lawsIn(status).map(([event, law]) => ({
        status,
        event,
        ...eventWords[event],
        who: law.who,
        whoWords: law.who.map((role) => actorWords(event, role)),
        takes: law.takes,
        clause: law.clause,
        deadline: law.when ?? null,
        to: targetsOf(law, status),
        finalTo: mayEnd(law, status),
      })),
    ),
    roles: roles.map((name) => ({ name, ...roleWords[name] })),
    deadlines: deadlineNames.map((name) => ({ name, ...deadlineWords[name] })),
  };
}
