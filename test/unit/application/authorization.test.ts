import type { Actor } from '../../../rules/application/act.js';
import { authorizationRefusal } from '../../../rules/application/authorization.js';
import { type EventName, events, findLaw, type Role, roles, statuses } from '../../../rules/application/lifecycle.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { cite } from '../../../rules/policy/clauses.js';
import { draft } from '../../support/facts.js';

const facts = draft({ chain: ['department-1', 'department-2'], chainLevel: 1 });

type Scopes = readonly Actor['scope'][];
const ofCampaign = { own: [null, 'aksu-2024'], others: ['other-2024'] };
/** What each role has to be bound to, and bindings that are not enough. */
const bindings: Readonly<Record<Role, { readonly own: Scopes; readonly others: Scopes }>> = {
  applicant: { own: [null], others: [] },
  unit: { own: ['unit-1'], others: ['unit-2', null] },
  department: { own: ['department-2'], others: ['department-1', null] },
  office: ofCampaign,
  finance: ofCampaign,
  expert: ofCampaign,
  chair: ofCampaign,
  supervisor: ofCampaign,
  operator: ofCampaign,
  bank: ofCampaign,
  public: { own: [null, 'anywhere'], others: [] },
  timer: { own: [null, 'anywhere'], others: [] },
};

/** Every row by which a role may act. */
const rowsOf = (role: Role) =>
  statuses.flatMap((status) =>
    events.flatMap((event) => {
      const law = findLaw(status, event);
      return law?.allowedRoles.includes(role) ? [{ event, law }] : [];
    }),
  );
const personOf = (role: Role) => (role === 'applicant' ? 'applicant-1' : `${role}-1`);
/** The refusal, which says why in both languages. */
function judged(event: EventName, law: ReturnType<typeof findLaw>, actor: Actor, about = facts) {
  const refusal = authorizationRefusal(about, event, actor, law, aksu2024);
  if (refusal) expect([refusal.message, refusal.messageEn]).toEqual([expect.any(String), expect.any(String)]);
  return refusal;
}

describe.each(roles)('%s', (role) => {
  const { own, others } = bindings[role];
  const person = { role, personId: personOf(role) };

  test('acts on what it is bound to, and on nothing else, with the clause of the row', () => {
    for (const { event, law } of rowsOf(role)) {
      const clause = cite(aksu2024, law.clause);
      for (const scope of own) expect(judged(event, law, { ...person, scope })).toBeNull();
      for (const scope of others) {
        expect(judged(event, law, { ...person, scope })).toMatchObject({ code: 'not_yours', clause });
      }
    }
  });

  test('does not do what the row gives to others', () => {
    for (const status of statuses) {
      for (const event of events) {
        const law = findLaw(status, event);
        if (!law || law.allowedRoles.includes(role)) continue;
        const refusal = judged(event, law, { ...person, scope: own[0] ?? null });
        expect(refusal).toMatchObject({ code: 'role_not_allowed', clause: cite(aksu2024, law.clause) });
      }
    }
  });

  test('is told apart from who never does it, where the status has no such event', () => {
    const clause = cite(aksu2024, 'procedure');
    const does = new Set(rowsOf(role).map(({ event }) => event));
    for (const event of events) {
      const refusal = judged(event, null, { ...person, scope: own[0] ?? null });
      if (does.has(event)) expect(refusal).toBeNull();
      else expect(refusal).toMatchObject({ code: 'role_not_allowed', clause });
    }
  });

  test('handles nobody’s own application, unless it is the applicant', () => {
    const withoutOffice: readonly Role[] = ['applicant', 'bank', 'public', 'timer'];
    for (const { event, law } of rowsOf(role)) {
      const refusal = judged(event, law, { role, personId: facts.applicantId, scope: own[0] ?? null });
      if (withoutOffice.includes(role)) expect(refusal).toBeNull();
      else expect(refusal).toMatchObject({ code: 'own_application', clause: cite(aksu2024, law.clause) });
    }
  });
});

test('Another applicant, and a department when the last one has passed it on, have nothing to do with it', () => {
  const [applicants] = rowsOf('applicant');
  const [departments] = rowsOf('department');
  if (!applicants || !departments) throw new Error('both act');
  const another = { role: 'applicant', personId: 'applicant-2', scope: null } as const;
  expect(judged(applicants.event, applicants.law, another)).toMatchObject({ code: 'not_yours' });
  const department = { role: 'department', personId: 'department-1', scope: 'department-2' } as const;
  const passed = { ...facts, chainLevel: 2 };
  expect(judged(departments.event, departments.law, department, passed)).toMatchObject({ code: 'not_yours' });
});
