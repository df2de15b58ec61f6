import { type EventName, findLaw, type Role, statuses } from '../../rules/application/lifecycle.js';
import { type Arena, type Contender, closeAll } from '../contender.js';
import { bodyOf, requestedTitle } from '../data/bodies.js';
import { hurried } from '../data/campaign.js';
import { fillDossier } from '../data/dossier.js';
import { type Cast, signIn } from '../data/people.js';
import { openStack, type Stack } from './stack.js';

/** Whose turn an act is: the first the law names. */
function actorOf(event: EventName): keyof Cast {
  const law = statuses.map((status) => findLaw(status, event)).find((one) => one !== null);
  const role: Role | undefined = law?.allowedRoles[0];
  switch (role) {
    case 'applicant':
    case 'unit':
    case 'department':
    case 'office':
    case 'finance':
      return role;
    default:
      throw new Error(`nobody plays ${role}, who does ${event}`);
  }
}

/** The product as people use it: HTTP, sessions, roles, the law, the engine, the records, letters. */
export const wholeStack: Contender = {
  name: 'whole stack',
  effort: 1,
  async open() {
    const stack = await openStack();
    const arena = await arenaOf(stack);
    return { ...arena, close: () => closeAll([arena.close, stack.close]) };
  },
};

/** People at work on a stack that runs; closing it sends them home and leaves the stack. */
export async function arenaOf({ port, database, conditions, processes }: Stack): Promise<Arena> {
  const { casts, close } = await signIn(port);
  return {
    conditions,
    processes,
    async begin(client) {
      const cast = casts[client];
      if (!cast) throw new Error(`no client ${client}`);
      const opened = await cast.applicant.post(
        '/api/applications',
        { campaignId: hurried.id, ...requestedTitle },
        [201],
      );
      const { id } = opened as { id: string };
      await fillDossier(database, id);
      return async (event) => {
        await cast[actorOf(event)].post(`/api/applications/${id}/actions/${event}`, bodyOf(event));
      };
    },
    close: async () => close(),
  };
}
