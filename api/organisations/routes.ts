import { z } from 'zod';
import type { Database } from '../../records/database.js';
import { isAlreadyThere, isMissing } from '../../records/databaseErrors.js';
import { writeUnit } from '../../records/directory/writeUnit.js';
import {
  createDepartment,
  listDepartments,
  listUnits,
  renameDepartment,
  unknownDepartments,
} from '../../records/people/directory.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { DepartmentsAnswer, NewDepartment, UnitFields, UnitsAnswer } from './bodies.js';

const limit = 100;
const query = z.strictObject({ q: line(100).optional(), cursor: z.string().max(64).optional() });
const tag = '设立';
/** Experts name the units they are bound to; supervisors and offices those a sanction is on. */
const readers = ['operator', 'office', 'supervisor', 'expert', 'chair'] as const;
const denial = {
  zh: '只有评委会办事机构、监督、评审专家和运维人员可以查看。',
  en: 'Only the committee office, supervisors, experts and operators can see this.',
};

/** Units and departments. Operators of the whole installation add them. */
export const organisationRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/units',
    tag,
    summary: '用人单位及其逐级报送部门',
    roles: readers,
    anyScope: true,
    denial,
    query,
    answers: { 200: UnitsAnswer },
    handle: async ({ query: { q, cursor } }, { db }) =>
      pageOf(await listUnits(db, { q, after: cursor, limit: limit + 1 })),
  }),
  defineRoute({
    method: 'post',
    path: '/api/units',
    tag,
    summary: '登记用人单位（运维）',
    roles: ['operator'],
    body: UnitFields,
    answers: { 201: UnitFields },
    handle: async ({ body: unit }, { db }) => {
      await write(db, unit, 'add');
      return unit;
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/units/{id}',
    tag,
    summary: '修改用人单位：名称、类别、层级、代码、上级单位或逐级报送部门；此后的申报适用（运维）',
    roles: ['operator'],
    body: UnitFields.omit({ id: true }),
    answers: { 200: UnitFields },
    handle: async ({ params: { id }, body }, { db }) => {
      const unit = { id, ...body };
      await write(db, unit, 'change');
      return unit;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/departments',
    tag,
    summary: '主管部门',
    roles: readers,
    anyScope: true,
    denial,
    query,
    answers: { 200: DepartmentsAnswer },
    handle: async ({ query: { q, cursor } }, { db }) =>
      pageOf(await listDepartments(db, { q, after: cursor, limit: limit + 1 })),
  }),
  defineRoute({
    method: 'post',
    path: '/api/departments',
    tag,
    summary: '登记主管部门（运维）',
    roles: ['operator'],
    body: NewDepartment,
    answers: { 201: NewDepartment },
    handle: async ({ body: department }, { db }) => {
      await createDepartment(db, department).catch(refuseTaken);
      return department;
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/departments/{id}',
    tag,
    summary: '修改主管部门的名称（运维）',
    roles: ['operator'],
    body: NewDepartment.omit({ id: true }),
    answers: { 200: NewDepartment },
    handle: async ({ params: { id }, body: { name } }, { db }) =>
      await renameDepartment(db, id, name).catch(refuseMissing),
  }),
];

/** @throws Problem `body_invalid` that names the first department that is not registered */
async function requireDepartments(db: Database, chain: readonly string[]): Promise<void> {
  const [unknown] = await unknownDepartments(db, chain);
  if (unknown === undefined) return;
  const field = `chain.${chain.indexOf(unknown)}`;
  const detail = {
    zh: `没有主管部门“${unknown}”，请先登记。`,
    en: `There is no department “${unknown}”; please register it first.`,
  };
  throw new Problem('body_invalid', detail, { field });
}

/** One page with the cursor of the next, from one row more than it holds. */
function pageOf<Row extends { readonly id: string }>(rows: readonly Row[]) {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function refuseMissing(error: unknown): never {
  throw isMissing(error) ? refusals.missing() : error;
}

function refuseTaken(error: unknown): never {
  throw isAlreadyThere(error) ? refusals.taken() : error;
}

const refusals = {
  missing: () => new Problem('not_found', { zh: '没有这个编号。', en: 'There is no such id.' }),
  taken: (field = 'id') =>
    new Problem('already_there', { zh: '这个编号或代码已经有了。', en: 'This id or code is taken.' }, { field }),
  circle: () =>
    new Problem(
      'body_invalid',
      {
        zh: '上级单位须已登记，且不能是本单位或其下级。',
        en: 'The unit above has to be registered, and cannot be the unit itself or one below it.',
      },
      { field: 'superiorId' },
    ),
} as const;

/** @throws Problem `body_invalid` · `not_found` · `already_there` */
async function write(db: Database, unit: z.output<typeof UnitFields>, way: 'add' | 'change'): Promise<void> {
  const { rank = null, region = null, creditCode = null, superiorId = null } = unit;
  const chain = superiorId === null ? unit.chain : [];
  await requireDepartments(db, chain);
  const written = await writeUnit(db, { ...unit, rank, region, creditCode, superiorId, chain }, way);
  if (written === 'taken') throw refusals.taken(way === 'add' ? 'id' : 'creditCode');
  if (written !== 'written') throw refusals[written]();
}
