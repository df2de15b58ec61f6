import { type EventName, findLaw, type Role, statuses } from '../../rules/application/lifecycle.js';
import { bodyOf, hear, requestedTitle, tally } from '../../simulation/hurried/bodies.js';
import { openPolicy } from '../../simulation/hurried/campaign.js';
import { evidenceIn, fillDossier } from '../../simulation/hurried/dossier.js';
import { seatCommittee } from '../../simulation/hurried/seatedCommittee.js';
import { closeAll, type RunningSystem, type SystemUnderTest } from '../compare/systemUnderTest.js';
import { type ClientPeople, enterAsNewApplicant, signIn } from '../data/people.js';
import { openStack, type Stack } from './stack.js';

/** The role that performs an event: the first the lifecycle allows. */
function actorOf(event: EventName): keyof ClientPeople {
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
      throw new Error(`no client has the role ${role}, which performs ${event}`);
  }
}

/** The product as people use it: HTTP, sessions, roles, rules, engine, records and letters. */
export const wholeStack: SystemUnderTest = {
  name: 'whole stack',
  effort: 1,
  async open() {
    const stack = await openStack();
    const running = await runningSystemOf(stack);
    return { ...running, close: () => closeAll([running.close, stack.close]) };
  },
};

/** Signs people in on a running stack; closing ends their sessions and leaves the stack running. */
export async function runningSystemOf(stack: Stack): Promise<RunningSystem> {
  const { port, database, dataDir, conditions, processes } = stack;
  const evidence = evidenceIn(dataDir);
  const { people, close } = await signIn(port, database);
  if ((await database.committeeMember.count()) === 0) await seatCommittee(database, openPolicy.id, tally.committee);
  return {
    conditions,
    processes,
    async begin(client) {
      const own = people[client];
      if (!own) throw new Error(`no client ${client}`);
      await enterAsNewApplicant(database, own.applicant, client);
      const opened = await own.applicant.post(
        '/api/applications',
        { campaignId: openPolicy.id, ...requestedTitle },
        [201],
      );
      const { id } = opened as { id: string };
      await fillDossier(database, id, evidence);
      return async (event) => {
        if (event === 'score_defense') await hear(database, id);
        // A tally on paper is entered by two people.
        if (event === 'record_tally') {
          await own.secondOffice.post(`/api/applications/${id}/actions/enter_tally`, bodyOf(event));
        }
        await own[actorOf(event)].post(`/api/applications/${id}/actions/${event}`, bodyOf(event));
      };
    },
    close: async () => close(),
  };
}
