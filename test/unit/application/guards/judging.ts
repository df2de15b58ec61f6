import type { Act, ActData, Actor } from '../../../../rules/application/act.js';
import type { Deadline } from '../../../../rules/application/deadline.js';
import type { Facts } from '../../../../rules/application/facts.js';
import { type GuardName, guards } from '../../../../rules/application/guards.js';
import { instantOf } from '../../../../rules/calendar/instant.js';
import type { MissingItem } from '../../../../rules/dossier/dossier.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import type { RefusalCode } from '../../../../rules/refusal.js';
import { calendar2024, draft } from '../../../support/facts.js';

/** What a guard is asked; what is left out is a draft's, on a day in August. */
export interface Given {
  readonly facts?: Partial<Facts>;
  readonly data?: object;
  readonly policy?: Policy;
  readonly at?: number;
  readonly actor?: Partial<Actor>;
  readonly reasons?: boolean;
}

/** The refusal: its code, then the field it is about, then its clause where that is not the row's. */
export type Refused = readonly [code: RefusalCode, field?: string | null, clause?: string];

export type Case = readonly [what: string, given: Given, refused: Refused | null];

export const row = '通知 条款';

export const now = instantOf('2024-08-21T10:00');

export const policy = aksu2024;

export const [today, tomorrow] = ['2024-08-21', '2024-08-22'];

export function refusal(
  name: GuardName,
  { facts, data = {}, policy: under = policy, at = now, actor, reasons }: Given,
) {
  const act: Act = {
    key: 'act-1',
    event: 'submit',
    actor: { role: 'office', personId: 'office-1', scope: null, ...actor },
    receivedAt: at,
    expectedSeq: null,
    data: data as ActData,
    freeTextHash: reasons ? 'd'.repeat(64) : null,
  };
  return guards[name].check({ facts: draft(facts), act, policy: under, calendar: calendar2024, clause: row });
}

export const running = draft().deadlines.filing_cutoff as Deadline;

export const items = (count: number): readonly MissingItem[] =>
  Array.from({ length: count }, (_, n) => ({
    section: 'education',
    field: `field-${n}`,
    clause: `通知 ${n}`,
    message: '缺',
    messageEn: 'missing',
  }));

export const changed = <Name extends keyof Policy>(name: Name, value: unknown): Policy => ({
  ...policy,
  [name]: { ...(policy[name] as object), value },
});

export const opensOf = (name: 'audit' | 'payment' | 'materials') => instantOf(policy[name]?.value.opens ?? '');

export const clauseOf = (name: 'audit' | 'payment' | 'materials') => policy[name]?.clause ?? '';

export const pending = { deadline: 'filing_cutoff', due: running.due + 1, requestedBy: 'office-1' } as const;

export function tally(more: object = {}) {
  return { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1, ...more };
}

/** Tries every guard of a subject on both sides of its condition. */
export function judging<Name extends GuardName>(cases: Readonly<Record<Name, readonly Case[]>>): void {
  describe.each(Object.entries(cases) as readonly [GuardName, readonly Case[]][])('%s', (name, of) => {
    test.each(of)('%s', (_what, given, refused) => {
      const found = refusal(name, given);
      if (refused === null) return expect(found).toBeNull();
      const [code, field = null, clause = row] = refused;
      expect(found).toMatchObject({ code, field, clause, deadline: null });
      expect(found?.message).toMatch(/\p{Script=Han}/u);
      expect(found?.messageEn).toMatch(/[a-z]/);
      expect(`${found?.message}${found?.messageEn}`).not.toMatch(/undefined|null/);
    });
  });
}
