import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import { campaignId, type Name } from '../../support/office.js';

const app = path.join(ROOT, 'portal', 'app');
const tables = ['routes.tsx', ...readdirSync(path.join(app, 'pages')).map((name) => path.join('pages', name))];

/** Every page of the portal, from its own route tables. */
export const routes: readonly string[] = tables
  .flatMap((name) => [...readFileSync(path.join(app, name), 'utf8').matchAll(/\b(?:path: |page\(\s*)'([^']+)'/g)])
  .map(([, route = '']) => route);

const areas = [
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

/** Pages that need no sign-in. */
const openPages = /^\/(sign-in|register|join|forgotten-password|new-password|results|guide|objection\/)/;

/** The person who opens a page, by its area; null for public pages. */
export function browserSessionOfRoute(route: string): Name | null {
  if (openPages.test(route)) return null;
  // A person has one application: the one who corrects has submitted, the one who fills in a form has not.
  if (route.startsWith('/applicant') && !route.endsWith('/correction')) return 'stranger';
  return areas.find((area) => route === `/${area}` || route.startsWith(`/${area}/`)) ?? 'unit';
}

// The subject of a parameter in a page's path; the first that matches counts.
const subjects: readonly (readonly [RegExp, Status])[] = [
  [/^\/applicant\/:id\/correction/, 'correction'],
  [/^\/applicant\//, 'draft'],
  [/^\/unit\//, 'unit_review'],
  [/^\/department\//, 'superior_review'],
  [/./, 'committee_audit'],
];

/** What a path can refer to. */
export type Subject = Status | 'meeting' | 'session' | 'notice' | 'campaignDraft' | 'fee';

/** A path of the page with its parameters filled in. */
export function addressOf(route: string, idOf: (status: Subject) => string): string {
  if (route === '*') return '/there-is-no-such-page';
  const subject = subjects.find(([pattern]) => pattern.test(route))?.[1] ?? 'committee_audit';
  const other =
    (/\/meetings\/:id/.test(route) && 'meeting') ||
    (/\/sessions\/:id/.test(route) && 'session') ||
    (/^\/objection\//.test(route) && 'notice') ||
    subject;
  const id = /\/campaigns\/:id/.test(route) ? campaignId : idOf(other);
  const candidate = route.includes(':applicationId') ? idOf('committee_audit') : '';
  if (route.includes(':payCode')) return route.replace(':payCode', idOf('fee'));
  if (route.includes(':draftId')) return route.replace(':draftId', idOf('campaignDraft')).replace(':step?', 'when');
  return route
    .replace(/:id\??/, id)
    .replace(':applicationId', candidate)
    .replace(/:status\??/, 'correction');
}
