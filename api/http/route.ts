import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Role } from '../../rules/application/lifecycle.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import type { Reading } from '../access/noteReading.js';
import type { Caller } from '../accounts/caller.js';
import type { Services } from '../services.js';
import type { AddressLimit } from './limiters.js';

/**
 * Who may call a route: anybody, anybody with a session, or holders of one of these roles. Below `/api/campaigns/{id}` a
 * role counts for that campaign, elsewhere only a role bound to no campaign.
 */
export type AllowedRoles = 'public' | 'signed in' | readonly [Role, ...Role[]];

/** What the reference says of a route. Paths are written as OpenAPI does: `/api/units/{id}`. */
export interface RouteDescription {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly roles: AllowedRoles;
  /** Of a route for everybody signed in: the roles its handler lets through, where these are fewer. Shown in docs/access.md. */
  readonly among?: readonly Role[];
  /** Whether everybody signed in reaches it for every campaign. Shown in docs/access.md. */
  readonly everyCampaign?: true;
  readonly headers?: z.ZodObject | undefined;
  /** By HTTP status; null: no body. A route with 304 answers with an ETag. */
  readonly answers: Readonly<Record<number, z.ZodType | 'file' | null>>;
}

/** A route as `defineRoute` makes it. */
export interface Route extends RouteDescription {
  readonly query: z.ZodObject | undefined;
  readonly body: z.ZodType | 'file' | undefined;
  /** Whether its answer shows personal data, so that each reading is in the access log. */
  readonly reads: boolean;
  /** The Express handler: authorization, validation, the route's own work, the answer. */
  readonly handler: (services: Services) => RequestHandler;
}

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What a route knows before it judges query and body. */
export interface Arrival<Path extends string, Roles extends AllowedRoles> {
  readonly params: Readonly<Record<NamesIn<Path>, string>>;
  readonly caller: Roles extends 'public' ? null : Caller;
  readonly request: Request;
}

/** What the handler of a route gets. */
export interface RouteInput<Path extends string, Roles extends AllowedRoles, Query, Body, Subject>
  extends Arrival<Path, Roles> {
  readonly query: Query;
  readonly body: Body;
  readonly subject: Subject;
  readonly response: Response;
}

/** What a route is defined by, beside its description. */
export interface RouteSpec<
  Path extends string,
  Roles extends AllowedRoles,
  Query extends z.ZodObject | z.ZodUndefined,
  Body extends z.ZodType,
  Subject,
> extends RouteDescription {
  readonly path: Path;
  readonly roles: Roles;
  /** Any scope of a role will do; the handler narrows down what is shown. */
  readonly anyScope?: true;
  /** Open before the sign-in is complete: it leads there. */
  readonly whileSigningIn?: true;
  /** Takes a second factor that was proven in this session within ten minutes. */
  readonly freshFactor?: true;
  /** Detail of the refusal for callers without one of the roles. */
  readonly denial?: BilingualText;
  readonly query?: Query;
  readonly body?: Body;
  /** Describes a body that the handler reads from `request` itself, because it has to judge something else first. */
  readonly rawBody?: z.ZodType | 'file';
  /** Attempts one address has, counted before anything else is judged. */
  readonly limitByAddress?: AddressLimit;
  /** Loads what the route is about, before query and body are judged: who may not see it learns nothing else. */
  readonly subject?: (arrival: Arrival<Path, Roles>, services: Services) => Promise<Subject>;
  /** Which personal data the answer shows: it is in the access log before the work begins, or nothing is shown. */
  readonly reading?: (input: RouteInput<Path, Roles, z.output<Query>, z.output<Body>, Subject>) => Reading;
  /** The work. Returns the body of the answer; nothing when there is none, or when `response` has sent it. */
  readonly handle: (
    input: RouteInput<Path, Roles, z.output<Query>, z.output<Body>, Subject>,
    services: Services,
  ) => Promise<object | undefined> | Promise<void> | object | undefined;
}
