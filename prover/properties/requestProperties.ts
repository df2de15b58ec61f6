import type { Act, Transition } from '../../rules/application/act.js';
import { decide, isRefusal } from '../../rules/application/decide.js';
import { type EventName, lifecycle } from '../../rules/application/lifecycle.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Subject, Visited } from '../visited.js';
import type { Property } from './property.js';

/** What asks for something that another person approves, and the approvals. */
const requests: readonly EventName[] = ['extend', 'approve_extension', 'toll', 'approve_toll'];

/** What an act comes to: the refusal's code and clause, or where it leads and by when. */
export function gist(outcome: Transition | Refusal): string {
  if (isRefusal(outcome)) return `${outcome.code} ${outcome.clause}`;
  const dues = Object.values(outcome.deadlines).map(({ name, due }) => `${name} ${due}`);
  return `${outcome.seq} ${outcome.to} ${dues.join()}`;
}

function withoutRequests({ facts, policy, at }: Visited, act: Act, outcome: Transition | Refusal, subject: Subject) {
  const { pendingPause, pendingExtension } = facts;
  // An amendment is judged by the policy that it brings, and moves what an extension was asked for.
  if (act.event === 'amend_policy' || requests.includes(act.event)) return null;
  if (pendingPause === null && pendingExtension === null) return null;
  const alone = decide({ ...facts, pendingPause: null, pendingExtension: null }, act, policy, subject.calendar, at);
  return gist(alone) === gist(outcome) ? null : `${act.event} in ${lifecycle[facts.status].en}`;
}

export const requestProperties: readonly Property[] = [
  {
    name: 'two_are_two',
    says: { zh: '须由两人办理的，确为两人', en: 'What takes two persons is done by two' },
    basis: ['extension', 'tolling'],
    accepted: ({ facts }, { act }) => {
      const asked = act.event === 'approve_toll' ? facts.pendingPause : facts.pendingExtension;
      const approves = act.event === 'approve_toll' || act.event === 'approve_extension';
      return approves && asked?.requestedBy === act.actor.personId ? 'approved by who asked for it' : null;
    },
  },
  {
    name: 'requests_change_nothing',
    says: {
      zh: '延期、中止期限在批准之前不改变任何事项',
      en: 'An extension or a pause changes nothing before it is approved',
    },
    basis: ['extension', 'tolling'],
    accepted: (state, { act }, transition, subject) => withoutRequests(state, act, transition, subject),
    refusal: (state, { act }, refusal, subject) => withoutRequests(state, act, refusal, subject),
  },
];
