import { z } from 'zod';
import type { Database } from '../../records/database.js';
import { addImportRows, countImportRows, listImportRows } from '../../records/directory/importRows.js';
import {
  beginImport,
  type DirectoryImport,
  findImport,
  type ImportOwners,
  latestImports,
} from '../../records/directory/imports.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { exampleMark } from '../../rules/directory/importColumns.js';
import { isOfCampaign, mostImportRows } from '../../rules/directory/importKinds.js';
import { type Caller, holds, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { columnsOfHeading } from './columnsOfHeading.js';
import { ImportAnswer, ImportsQuery, NewImport, RowsAnswer, RowsQuery, SentRows } from './importBodies.js';
import type { SentRow } from './judgedRow.js';
import { judgeRows } from './judgeRows.js';

const latest = 20;
const perPage = 100;
const tag = '设立';
/** Operators register what belongs to the whole installation, the office of a campaign its experts. */
export const importers = { roles: ['operator', 'office'], anyScope: true } as const;
export const importsPath = '/api/directory-imports';

/** Tables of departments, units, people and experts: sent in parts, judged row by row. What they would do is seen before it is done. */
export const importRoutes = [
  defineRoute({
    method: 'get',
    path: importsPath,
    tag,
    summary: '最近的批量登记（运维；评审专家：办事机构）',
    ...importers,
    query: ImportsQuery,
    answers: { 200: z.object({ items: z.array(ImportAnswer), next: z.null() }) },
    handle: async ({ query: { campaignId }, caller }, { db }) => ({
      items: (await latestImports(db, ownersFor(caller, campaignId), latest)).map(importView),
      next: null,
    }),
  }),
  defineRoute({
    method: 'post',
    path: importsPath,
    tag,
    summary: '开始批量登记：表的种类和表头（运维；评审专家：办事机构）',
    ...importers,
    body: NewImport,
    answers: { 201: ImportAnswer },
    handle: async ({ body: { kind, campaignId = null, fileName, heading }, caller }, { db, wallClock }) => {
      requireImporter(caller, campaignId);
      if (isOfCampaign(kind) !== (campaignId !== null)) throw ofNoCampaign();
      if (campaignId !== null) await getCampaign(db, campaignId);
      const columns = columnsOfHeading(kind, heading);
      const id = await beginImport(db, { kind, campaignId, fileName, columns, by: caller.personId, at: wallClock() });
      return importView(await getImport(db, id));
    },
  }),
  defineRoute({
    method: 'get',
    path: `${importsPath}/{id}`,
    tag,
    summary: '一次批量登记的进度（运维；评审专家：办事机构）',
    ...importers,
    subject: importInPath,
    answers: { 200: ImportAnswer },
    handle: ({ subject }) => importView(subject),
  }),
  defineRoute({
    method: 'post',
    path: `${importsPath}/{id}/rows`,
    tag,
    summary: '送入若干行，逐行判断新增、修改、无变化、有误；再送同一行不起作用（运维；评审专家：办事机构）',
    ...importers,
    subject: importInPath,
    body: SentRows,
    answers: { 200: ImportAnswer },
    handle: async ({ subject: { id, kind, campaignId, columns }, body: { rows }, caller }, { db }) => {
      if ((await countImportRows(db, id)) + rows.length > mostImportRows) throw tooMany();
      const read = rows.map(({ line, cells }) => cellsOf(columns, line, cells)).filter(isEntry);
      const judged = await judgeRows[kind](db, { importId: id, campaignId, by: caller.personId }, read);
      if (!(await addImportRows(db, id, judged)))
        throw new Problem('already_done', {
          zh: '这张表已开始登记，不能再加行。',
          en: 'This table is being registered; it takes no more rows.',
        });
      return importView(await getImport(db, id));
    },
  }),
  defineRoute({
    method: 'get',
    path: `${importsPath}/{id}/rows`,
    tag,
    summary: '逐行的判断与结果（运维；评审专家：办事机构）',
    ...importers,
    subject: importInPath,
    query: RowsQuery,
    answers: { 200: RowsAnswer },
    handle: async ({ subject: { id }, query: { cursor, ...only } }, { db }) => {
      const rows = await listImportRows(db, id, { ...only, after: cursor, limit: perPage + 1 });
      const items = rows.slice(0, perPage);
      return {
        items: items.map(({ subject: _, ...row }) => row),
        next: rows.length > perPage ? String(items.at(-1)?.line) : null,
      };
    },
  }),
];

/** The table named in the path, for whoever may register it. @throws Problem `not_found`, `not_permitted` */
export async function importInPath(
  { params, caller }: { readonly params: { readonly id: string }; readonly caller: Caller },
  { db }: { readonly db: Database },
): Promise<DirectoryImport> {
  const found = await getImport(db, params.id);
  requireImporter(caller, found.campaignId);
  return found;
}

/** Whose tables a caller is shown: those of one campaign, else what operators register, else the office's own. */
function ownersFor(caller: Caller, campaignId: string | undefined): ImportOwners {
  if (campaignId !== undefined) requireImporter(caller, campaignId);
  if (campaignId !== undefined) return [campaignId];
  if (holds(caller, 'operator')) return 'installation';
  if (holds(caller, 'office')) return 'every';
  return caller.bindings.flatMap(({ role, scope }) => (role === 'office' && scope !== null ? [scope] : []));
}

/** @throws Problem `not_permitted` for who may not register tables of a campaign, or of the whole installation */
function requireImporter(caller: Caller, campaignId: string | null): void {
  if (campaignId === null) requireRole(caller, ['operator']);
  else requireRole(caller, ['office'], campaignId);
}

export async function getImport(db: Database, id: string): Promise<DirectoryImport> {
  const found = isUuid(id) ? await findImport(db, id) : null;
  if (!found) throw new Problem('not_found', { zh: '没有这次批量登记。', en: 'There is no such table.' });
  return found;
}

export function importView({ madeAt, appliedAt, undoneAt, ...found }: DirectoryImport) {
  const { verdicts, outcomes } = found;
  const writing = (verdicts.new ?? 0) + (verdicts.changed ?? 0);
  const done = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  return {
    ...found,
    columns: [...found.columns],
    madeAt: isoInBeijing(madeAt),
    appliedAt: appliedAt === null ? null : isoInBeijing(appliedAt),
    undoneAt: undoneAt === null ? null : isoInBeijing(undoneAt),
    toApply: undoneAt === null ? writing - done : 0,
    toUndo: outcomes.applied ?? 0,
  };
}

function cellsOf(columns: readonly string[], line: number, texts: readonly string[]): SentRow {
  const cells = columns.flatMap((field, index) => (field === '' ? [] : [[field, texts[index]?.trim() ?? ''] as const]));
  return { line, cells: Object.fromEntries(cells) };
}

/** Whether a row is neither empty nor an example of the template. */
function isEntry({ cells }: SentRow): boolean {
  const texts = Object.values(cells);
  return texts.some((text) => text !== '') && !texts.some((text) => text.startsWith(exampleMark));
}

const ofNoCampaign = () =>
  new Problem(
    'body_invalid',
    {
      zh: '评审专家须写明年度评审，其他的表不写。',
      en: 'A table of experts names its annual review; no other table does.',
    },
    { field: 'campaignId' },
  );

const tooMany = () =>
  new Problem(
    'body_invalid',
    {
      zh: `一张表至多${mostImportRows}行，请分成几张。`,
      en: `A table has at most ${mostImportRows} rows; please make several.`,
    },
    { field: 'rows' },
  );
