import { findPerson, namedBindingsOf } from '../../records/people/people.js';
import { roleLabels } from '../../rules/application/labels.js';
import { languages } from '../../rules/people/membership.js';
import { defineRoute } from '../http/defineRoute.js';
import { MeAnswer } from './answers.js';

export const meRoute = defineRoute({
  method: 'get',
  path: '/api/me',
  tag: '账户',
  summary: '我是谁，有哪些角色',
  roles: 'signed in',
  whileSigningIn: true,
  answers: { 200: MeAnswer },
  handle: async ({ caller: { personId, session } }, { db }) => {
    const [person, bindings] = await Promise.all([findPerson(db, personId), namedBindingsOf(db, personId)]);
    const { missing } = session;
    return {
      personId,
      name: person?.name ?? null,
      email: person?.email ?? null,
      phone: person?.phone ?? null,
      language: languages.find((one) => one === person?.language) ?? null,
      passwordChangeDue: person?.passwordChangeDue ?? false,
      missingStep: missing,
      roles: (missing === null ? bindings : []).map((binding) => ({
        ...binding,
        zh: roleLabels[binding.role].zh,
        en: roleLabels[binding.role].en,
      })),
    };
  },
});
