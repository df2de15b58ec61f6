import { type LookedUp, lookUpApplication } from '../../records/application/lookUpApplication.js';
import type { Database } from '../../records/database.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { type Caller, rolesTowards } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';
import { unrecused } from './unrecused.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text can be an id: ids are lower-case UUIDs. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && uuid.test(text);
}

/**
 * The application, if the caller may know of it, and their roles towards it. What one may not see and what is not
 * there get the same answer.
 *
 * @throws Problem `not_found`
 */
export async function getVisible(
  db: Database,
  caller: Caller,
  id: string | undefined,
): Promise<{ readonly application: LookedUp; readonly roles: readonly Role[] }> {
  const application = isUuid(id) ? await lookUpApplication(db, id) : null;
  const roles = application ? rolesTowards(await unrecused(db, caller, application), application.facts) : [];
  if (!application || roles.length === 0) throw noSuchApplication();
  return { application, roles };
}

/** The application named in the path, as the subject of a route. @throws Problem `not_found` */
export const visibleApplication = (
  { params, caller }: { readonly params: { readonly id: string }; readonly caller: Caller },
  { db }: { readonly db: Database },
) => getVisible(db, caller, params.id);

/** The same for a route that only some roles towards the application reach (`among`). @throws Problem `not_found` `not_permitted` */
export const visibleAmong =
  (among: readonly Role[]) =>
  async (arrival: Parameters<typeof visibleApplication>[0], services: { readonly db: Database }) => {
    const subject = await visibleApplication(arrival, services);
    if (subject.roles.some((role) => among.includes(role))) return subject;
    throw new Problem('not_permitted', {
      zh: '您在这份申报中的身份不能这样做。',
      en: 'Your role towards this application does not allow that.',
    });
  };

/** The same for what is not there and for what one may not see. */
export function noSuchApplication(): Problem {
  return new Problem('not_found', {
    zh: '没有这份申报，或者您无权查看。',
    en: 'There is no such application, or you may not see it.',
  });
}
