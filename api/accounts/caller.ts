import type { Response } from 'express';
import type { Actor } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { Problem } from '../http/problem.js';

/** One role of a person; `scope` is the unit, department or campaign it is bound to, null for every campaign. */
export interface Binding {
  readonly role: Role;
  readonly scope: string | null;
}

/** What a sign-in still needs: the authenticator's code, another password, or an authenticator. */
export type SignInStep = 'code' | 'password' | 'enrolment';

/** The signed-in person and their roles. */
export interface Caller {
  readonly personId: string;
  readonly bindings: readonly Binding[];
  readonly session: CallerSession;
}

/** The session a request belongs to. */
export interface CallerSession {
  readonly id: string;
  /** When the second factor was last proven in it. */
  readonly factorProvenAt: Instant | null;
  /** What is missing before the sign-in is complete; null: nothing. */
  readonly missing: SignInStep | null;
}

/** Keeps the caller with the response, for the routes behind `authenticate`. */
export function setCaller(response: Response, caller: Caller): void {
  response.locals.caller = caller;
}

/** The caller. @throws Problem `not_signed_in` on a route that is not behind `authenticate` */
export function callerOf(response: Response): Caller {
  const caller = response.locals.caller as Caller | undefined;
  if (!caller) throw new Problem('not_signed_in', { zh: '请先登录。', en: 'Please sign in first.' });
  return caller;
}

/** The caller in each of their roles, as the law names an actor. */
export function actorsOf({ personId, bindings }: Pick<Caller, 'personId' | 'bindings'>): Actor[] {
  return bindings.map(({ role, scope }) => ({ role, personId, scope }));
}

const ofCampaign = new Set<Role>(['office', 'finance', 'expert', 'chair', 'supervisor', 'operator', 'bank']);

/** Whether a role shows its holder an application at all; departments see the units below them. */
export function sees({ role, scope }: Binding, personId: string, facts: Facts): boolean {
  if (role === 'applicant') return facts.applicantId === personId;
  if (role === 'unit') return facts.unitId === scope;
  if (role === 'department') return scope !== null && facts.chain.includes(scope);
  return ofCampaign.has(role) && (scope === null || scope === facts.campaignId);
}

/** The caller's roles towards an application; none: it does not exist for them. */
export function rolesTowards({ personId, bindings }: Caller, facts: Facts): Role[] {
  const roles = bindings.filter((binding) => sees(binding, personId, facts)).map(({ role }) => role);
  return [...new Set(roles)];
}

const stepUpLasts = 10 * 60_000;

/**
 * Holds acts of weight to a second factor that was proven in this session within ten minutes, by the clock authenticators
 * go by.
 *
 * @throws Problem `second_factor_needed`
 */
export function requireFreshFactor({ session: { factorProvenAt } }: Caller, now: Instant): void {
  if (factorProvenAt !== null && now - factorProvenAt <= stepUpLasts) return;
  throw new Problem('second_factor_needed', {
    zh: '请再次输入动态验证码，以确认是您本人。',
    en: 'Please enter a one-time code once more, to confirm that it is you.',
  });
}

/** @throws Problem `sign_in_incomplete` while the sign-in lacks a step */
export function requireCompleteSignIn({ session: { missing } }: Caller): void {
  if (missing === null) return;
  throw new Problem('sign_in_incomplete', {
    zh: '登录还没有完成，请先完成登录。',
    en: 'You are not signed in completely; please finish signing in first.',
  });
}

/** Whether the caller holds a role for a campaign, or for every campaign. */
export function holds({ bindings }: Caller, role: Role, campaignId?: string): boolean {
  return bindings.some((one) => one.role === role && (one.scope === null || one.scope === campaignId));
}

const denied: BilingualText = { zh: '您的角色不能进行这项操作。', en: 'Your role cannot do this.' };

/** @throws Problem `not_permitted` when the caller holds none of the roles */
export function requireRole(
  caller: Caller,
  roles: readonly Role[],
  campaignId?: string,
  denial: BilingualText = denied,
): void {
  if (!roles.some((role) => holds(caller, role, campaignId))) throw new Problem('not_permitted', denial);
}
