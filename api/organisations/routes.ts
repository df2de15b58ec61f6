import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import {
  createDepartment,
  createUnit,
  listDepartments,
  listUnits,
  unknownDepartments,
} from '../../records/people/directory.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { line, slug } from '../http/text.js';

export const NewDepartment = z.strictObject({ id: slug, name: line(100) });
/** `chain`: ids of the departments between the unit and the committee, the nearest first; may be empty. */
export const NewUnit = z.strictObject({
  id: slug,
  name: line(100),
  kind: z.enum(['public_institution', 'state_enterprise', 'private_enterprise']),
  chain: z
    .array(slug)
    .max(10)
    .refine(
      (chain) => new Set(chain).size === chain.length,
      bilingualMessage('同一部门只能出现一次。', 'A department can stand there once only.'),
    ),
});
export const DirectoryQuery = z.strictObject({ q: line(100).optional(), cursor: z.string().max(64).optional() });

const limit = 100;
/** Experts name the units they are bound to; supervisors and offices those a sanction is on. */
const readers: readonly Role[] = ['operator', 'office', 'supervisor', 'expert', 'chair'];

/** `/api/units`: offices, supervisors, experts and operators read them, operators of the whole installation add them. */
export function unitRoutes({ db }: Pick<Deps, 'db'>): Router {
  const router = Router();
  router.get(
    '/',
    pageOf((page) => listUnits(db, page)),
  );
  router.post('/', async (request, response) => {
    requireRole(callerOf(response), ['operator']);
    const unit = NewUnit.parse(request.body);
    const [unknown] = await unknownDepartments(db, unit.chain);
    if (unknown !== undefined) {
      const field = `chain.${unit.chain.indexOf(unknown)}`;
      throw new Problem(
        'body_invalid',
        {
          zh: `没有主管部门“${unknown}”，请先登记。`,
          en: `There is no department “${unknown}”; please register it first.`,
        },
        { field },
      );
    }
    await createUnit(db, unit).catch(refuseTaken);
    response.status(201).json(unit);
  });
  return router;
}

/** `/api/departments`, the same. */
export function departmentRoutes({ db }: Pick<Deps, 'db'>): Router {
  const router = Router();
  router.get(
    '/',
    pageOf((page) => listDepartments(db, page)),
  );
  router.post('/', async (request, response) => {
    requireRole(callerOf(response), ['operator']);
    const department = NewDepartment.parse(request.body);
    await createDepartment(db, department).catch(refuseTaken);
    response.status(201).json(department);
  });
  return router;
}

type Page = Parameters<typeof listUnits>[1];
function pageOf(list: (page: Page) => Promise<readonly { readonly id: string }[]>): RequestHandler {
  return async (request, response) => {
    const { bindings } = callerOf(response);
    if (!bindings.some(({ role }) => readers.includes(role))) {
      throw new Problem('not_permitted', {
        zh: '只有评委会办事机构、监督、评审专家和运维人员可以查看。',
        en: 'Only the committee office, supervisors, experts and operators can see this.',
      });
    }
    const { q, cursor } = DirectoryQuery.parse(request.query);
    const rows = await list({ q, after: cursor, limit: limit + 1 });
    const items = rows.slice(0, limit);
    response.json({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
  };
}

function refuseTaken(error: unknown): never {
  throw isAlreadyThere(error)
    ? new Problem('already_there', { zh: '这个编号已经有了。', en: 'This id is taken.' }, { field: 'id' })
    : error;
}
