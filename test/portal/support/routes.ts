import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import { campaignId, type Name } from '../../support/office.js';

const app = path.join(ROOT, 'portal', 'app');
const tables = ['routes.tsx', ...readdirSync(path.join(app, 'pages')).map((name) => path.join('pages', name))];

/** Every page of the portal, as its own tables have them. */
export const routes: readonly string[] = tables
  .flatMap((name) => [...readFileSync(path.join(app, name), 'utf8').matchAll(/\b(?:path: |page\(\s*)'([^']+)'/g)])
  .map(([, route = '']) => route);

const rooms = [
  'applicant',
  'unit',
  'department',
  'office',
  'expert',
  'chair',
  'finance',
  'supervisor',
  'operator',
] as const;

/** Pages that ask nobody to sign in. */
const openPages = /^\/(sign-in|results|objection\/)/;

/** Who looks at a page: whoever's room it is in; nobody in particular at the door. */
export function browserSessionOfRoute(route: string): Name | null {
  if (openPages.test(route)) return null;
  // One application a person: who corrects has submitted, who fills in a form has not.
  if (route.startsWith('/applicant') && !route.endsWith('/correction')) return 'stranger';
  return rooms.find((room) => route === `/${room}` || route.startsWith(`/${room}/`)) ?? 'unit';
}

// What stands where the address of a page has a part that changes; the first that fits.
const subjects: readonly (readonly [RegExp, Status])[] = [
  [/^\/applicant\/:id\/correction/, 'correction'],
  [/^\/applicant\//, 'draft'],
  [/^\/unit\//, 'unit_review'],
  [/^\/department\//, 'superior_review'],
  [/./, 'committee_audit'],
];

/** What an address may be of. */
export type Subject = Status | 'meeting' | 'session' | 'notice';

/** An address of the page that leads to something. */
export function addressOf(route: string, idOf: (status: Subject) => string): string {
  if (route === '*') return '/there-is-no-such-page';
  const subject = subjects.find(([pattern]) => pattern.test(route))?.[1] ?? 'committee_audit';
  const other =
    (/\/meetings\/:id/.test(route) && 'meeting') ||
    (/\/sessions\/:id/.test(route) && 'session') ||
    (/^\/objection\//.test(route) && 'notice') ||
    subject;
  const id = /\/campaigns\/:id/.test(route) ? campaignId : idOf(other);
  const heard = route.includes(':applicationId') ? idOf('committee_audit') : '';
  return route
    .replace(/:id\??/, id)
    .replace(':applicationId', heard)
    .replace(/:status\??/, 'correction');
}
