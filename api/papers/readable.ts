import type { Application } from '../../records/application/applicationRow.js';
import type { Database } from '../../records/database.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { mayPrint, type PaperName } from '../../rules/papers/paperKinds.js';
import type { Caller } from '../accounts/caller.js';
import { readingRoles } from '../applications/mayReadDossier.js';
import { getVisible } from '../applications/visible.js';
import { Problem } from '../http/problem.js';

/** An application with the roles in which its caller reads what it holds. @throws Problem `not_found` */
export async function readableApplication(
  { db }: { readonly db: Database },
  caller: Caller,
  id: string,
): Promise<{ readonly application: Application; readonly roles: readonly Role[] }> {
  const { application, roles } = await getVisible(db, caller, id);
  return { application, roles: await readingRoles(db, caller, application, roles) };
}

/** The application, where its caller prints a paper of this kind. @throws Problem `not_found` */
export async function printableApplication(
  services: { readonly db: Database },
  caller: Caller,
  { id, name }: { readonly id: string; readonly name: PaperName | undefined },
): Promise<{ readonly application: Application; readonly roles: readonly Role[] }> {
  const readable = await readableApplication(services, caller, id);
  if (name === undefined || !mayPrint(name, readable.roles)) throw noSuchPaper();
  return readable;
}

const noSuchPaper = () =>
  new Problem('not_found', {
    zh: '没有这种文书，或者您的角色不打印它。',
    en: 'There is no such paper, or your role does not print it.',
  });
