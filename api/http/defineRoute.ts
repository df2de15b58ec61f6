import type { IRouter, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { noteReading } from '../access/noteReading.js';
import { callerOf, requireCompleteSignIn, requireFreshFactor, requireRole } from '../accounts/caller.js';
import type { Services } from '../services.js';
import { sendCacheable } from './cacheable.js';
import type { AllowedRoles, Arrival, Route, RouteSpec } from './route.js';

/**
 * Defines a route: its authorization, validation, handler and entry in the reference. See README.md in api/.
 */
export function defineRoute<
  const Path extends string,
  const Roles extends AllowedRoles,
  Query extends z.ZodObject | z.ZodUndefined = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Subject = undefined,
>(spec: RouteSpec<Path, Roles, Query, Body, Subject>): Route {
  const { method, path, tag, summary, roles, among, everyCampaign, headers, answers, query, body, rawBody } = spec;
  return {
    method,
    path,
    tag,
    summary,
    roles,
    ...(among && { among }),
    ...(everyCampaign && { everyCampaign }),
    headers,
    answers,
    query: query as z.ZodObject | undefined,
    body: body ?? rawBody,
    reads: spec.reading !== undefined,
    handler: (services) => handlerOf(spec, services),
  };
}

function handlerOf<
  Path extends string,
  Roles extends AllowedRoles,
  Query extends z.ZodObject | z.ZodUndefined,
  Body extends z.ZodType,
  Subject,
>(spec: RouteSpec<Path, Roles, Query, Body, Subject>, services: Services): RequestHandler {
  return async (request, response) => {
    if (spec.limitByAddress) await services.limiters[spec.limitByAddress](request.ip ?? 'unknown');
    const arrival = { params: request.params, caller: authorize(spec, request, response), request };
    // The types of params and caller follow from the path and the roles, which TypeScript cannot see here.
    const known = arrival as unknown as Arrival<Path, Roles>;
    if (spec.freshFactor) requireFreshFactor(callerOf(response), services.wallClock());
    const subject = (await spec.subject?.(known, services)) as Subject;
    const query = spec.query?.parse(request.query) as z.output<Query>;
    const body = spec.body?.parse(request.body) as z.output<Body>;
    const input = { ...known, subject, query, body, response };
    if (spec.reading) await noteReading(services, callerOf(response), request, spec.reading(input));
    const answer = await spec.handle(input, services);
    send(spec.answers, answer, request, response);
  };
}

type Authorization = Pick<Route, 'path' | 'roles'> & Pick<AnySpec, 'anyScope' | 'denial' | 'whileSigningIn'>;
type AnySpec = RouteSpec<string, AllowedRoles, z.ZodUndefined, z.ZodUndefined, unknown>;

/** The caller, or null on a public route. @throws Problem `not_permitted` without one of the roles */
function authorize(
  { path, roles, anyScope, denial, whileSigningIn }: Authorization,
  request: Request,
  response: Response,
) {
  if (roles === 'public') return null;
  const caller = callerOf(response);
  if (!whileSigningIn) requireCompleteSignIn(caller);
  if (roles === 'signed in') return caller;
  if (anyScope && caller.bindings.some(({ role }) => roles.includes(role))) return caller;
  const campaignId = path.startsWith('/api/campaigns/{id}') ? String(request.params.id) : undefined;
  requireRole(caller, roles, campaignId, denial);
  return caller;
}

function send(answers: Route['answers'], answer: unknown, request: Request, response: Response): void {
  const status = Math.min(...Object.keys(answers).map(Number));
  if (typeof answer === 'object' && answer !== null) {
    if (304 in answers) sendCacheable(request, response, answer);
    else response.status(status).json(answer);
  } else if (answers[status] === null) response.status(status).end();
}

/** Registers routes with Express. Where two paths fit an address, the one with the literal segment wins. */
export function mountRoutes(router: IRouter, routes: readonly Route[], services: Services): void {
  for (const { method, path, handler } of routes.toSorted((a, b) => breadth(a.path).localeCompare(breadth(b.path)))) {
    router[method](path.replace(/\{(\w+)\}/g, ':$1'), handler(services));
  }
}

/** A digit for each segment: 0 for a literal one, 1 for a parameter. */
function breadth(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment.startsWith('{') ? '1' : '0'))
    .join('');
}
