import { z } from 'zod';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import {
  createDepartment,
  createUnit,
  listDepartments,
  listUnits,
  unknownDepartments,
} from '../../records/people/directory.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { DepartmentsAnswer, NewDepartment, NewUnit, UnitsAnswer } from './bodies.js';

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
    body: NewUnit,
    answers: { 201: NewUnit },
    handle: async ({ body: unit }, { db }) => {
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
];

/** One page with the cursor of the next, from one row more than it holds. */
function pageOf<Row extends { readonly id: string }>(rows: readonly Row[]) {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function refuseTaken(error: unknown): never {
  throw isAlreadyThere(error)
    ? new Problem('already_there', { zh: '这个编号已经有了。', en: 'This id is taken.' }, { field: 'id' })
    : error;
}
