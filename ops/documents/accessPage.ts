import type { RouteDescription } from '../../api/http/route.js';
import { routes } from '../../api/routes.js';
import { type Role, roles } from '../../rules/application/lifecycle.js';

/**
 * What a role reaches at a route: `all`: whatever its path names; `own`: what belongs to the person, their unit,
 * department or campaign, and nothing foreign; `none`.
 */
export type Reach = 'all' | 'own' | 'none';

/** The roles that people sign in with. */
export const peoplesRoles = roles.filter((role) => !['bank', 'public', 'timer'].includes(role));

const unbound = new Set<Role>(['operator']);

/** What a role reaches at a route; `null`: somebody who has not signed in. Inside, the record and the law may refuse more. */
export function reachOf(route: RouteDescription, role: Role | null): Reach {
  const { path, roles: allowed, among, everyCampaign } = route;
  if (allowed === 'public') return 'all';
  if (role === null) return 'none';
  const reaching = allowed === 'signed in' ? (among ?? peoplesRoles) : allowed;
  if (!reaching.includes(role)) return 'none';
  const bound = allowed === 'signed in' ? everyCampaign !== true : path.includes('/campaigns/{id}');
  return bound && !unbound.has(role) ? 'own' : 'all';
}

const mark = { all: '●', own: '◐', none: '' } as const;

/** The page of the documents that shows who reaches what. */
export function accessPage(): string {
  const heads = ['nobody', ...peoplesRoles];
  const rows = routes
    .map((route) => [
      `\`${route.method.toUpperCase()} ${route.path}\``,
      ...[null, ...peoplesRoles].map((role) => mark[reachOf(route, role)]),
    ])
    .toSorted(([one = ''], [other = '']) => one.slice(one.indexOf(' ')).localeCompare(other.slice(other.indexOf(' '))));
  return `# Who reaches what

Written from the table of routes and the law by \`npm run docs\`; \`test/faults/access.test.ts\` calls every cell.

● whatever the path names · ◐ only what belongs to the person, their unit, their department or their campaign: anything
foreign is answered as if it were not there · empty: refused. Within a cell the record and the law may refuse more: a status, a
deadline, a recusal, one's own application ([law](law.md)). "nobody" has not signed in. Operators are bound to no campaign.

${[heads, heads.map(() => ':-:')].map((cells, index) => `| ${index === 0 ? 'route' : '---'} | ${cells.join(' | ')} |`).join('\n')}
${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
}
