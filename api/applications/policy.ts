import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { policyOfRound } from '../../rules/policy/rounds.js';
import { defineRoute } from '../http/defineRoute.js';
import { own } from '../openapi/parts.js';
import { PolicyBody } from '../policy/policyBody.js';
import { visibleApplication } from './visible.js';

/** The policy an application is judged by, with the dates of its round; later changes of its campaign's policy do not apply. */
export const policyRoute = defineRoute({
  method: 'get',
  path: `${own}/policy`,
  tag: '申报',
  summary: '这份申报适用的评审政策：以申报时的版本为准，之后的修改不影响',
  roles: 'signed in',
  subject: visibleApplication,
  answers: { 200: PolicyBody, 304: null },
  handle: async ({ subject: { application } }, { db }) =>
    policyOfRound((await pinnedPolicy(db, application)).policy, application.facts.round),
});
