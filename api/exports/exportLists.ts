import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { type LabelOf, labelsOf } from './codeLabels.js';
import { contentTypes, fileOf, formats } from './fileOf.js';
import { tableOf } from './tableOf.js';

/** More than this is no list for a spreadsheet. */
const most = 50_000;
const perPage = 200;
const ExportFormat = z.enum(formats, {
  error: bilingualMessage('格式应为 csv 或 xlsx。', 'The format has to be csv or xlsx.'),
});

/**
 * Every list as a file: `GET …?format=csv` or `xlsx` answers what the same address answers as JSON, all pages of it, with
 * the same rights and the same narrowing down.
 */
export function exportLists(lists: Router, { db, clock }: Pick<Deps, 'db' | 'clock'>): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'GET' || request.query.format === undefined) return next();
    const exportFormat = ExportFormat.safeParse(request.query.format);
    if (!exportFormat.success)
      throw new Problem(
        'body_invalid',
        { zh: '格式应为 csv 或 xlsx。', en: 'The format has to be csv or xlsx.' },
        { field: 'format' },
      );
    const items = await everyItem(lists, request, response);
    const file = await fileOf[exportFormat.data](tableOf(items, await labelsFor(db, request)));
    const name = `${request.path.split('/').findLast((part) => part !== '') ?? 'list'}-${localDateOf(await clock())}`;
    response
      .status(200)
      .set({ 'Content-Type': contentTypes[exportFormat.data], 'Cache-Control': 'private, no-store' })
      .attachment(`${name}.${exportFormat.data}`)
      .end(file);
  };
}

/** Labels of codes: those of the campaign the list is about, then those of every other. */
async function labelsFor(db: Deps['db'], { path, query }: Request): Promise<LabelOf> {
  const named = /^\/api\/campaigns\/([^/]+)/.exec(path)?.[1] ?? query.campaign;
  const campaigns = await listCampaigns(db);
  const ofList = campaigns.filter(({ id }) => id === named);
  return labelsOf([...ofList, ...campaigns].map(({ policy }) => policy));
}

async function everyItem(lists: Router, request: Request, response: Response): Promise<readonly unknown[]> {
  const first = await page(lists, request, response, {});
  if (first.next === null) return first.items;
  const items: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const narrowed = { limit: String(perPage), ...(cursor === '' ? {} : { cursor }) };
    const found = await page(lists, request, response, narrowed);
    items.push(...found.items);
    if (items.length > most) {
      throw new Problem(
        'body_invalid',
        { zh: `超过${most}行，请先筛选再导出。`, en: `More than ${most} rows; please filter them before you export.` },
        { field: 'format' },
      );
    }
    cursor = found.next;
  }
  return items;
}

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** One page as the list's own route answers it. */
function page(lists: Router, request: Request, response: Response, more: Record<string, string>): Promise<Page> {
  const url = new URL(request.originalUrl, 'http://list');
  url.searchParams.delete('format');
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  const { 'if-none-match': _, ...headers } = request.headers;
  const exportFormat = Object.create(request, {
    url: { value: `${url.pathname}${url.search}`, writable: true },
    baseUrl: { value: '', writable: true },
    headers: { value: headers },
    query: { value: Object.fromEntries(url.searchParams) },
  });
  return new Promise((resolve, reject) => {
    const answered = Object.create(response, {
      json: { value: (body: Partial<Page>) => (isList(body) ? resolve({ next: null, ...body }) : reject(noList())) },
      end: { value: () => reject(noList()) },
      set: { value: () => answered },
      status: { value: () => answered },
    });
    lists(exportFormat, answered, (error?: unknown) =>
      reject(error ?? new Problem('not_found', { zh: '没有这个地址。', en: 'There is nothing at this address.' })),
    );
  });
}

const isList = (body: Partial<Page>): body is Partial<Page> & Pick<Page, 'items'> => Array.isArray(body.items);
const noList = () =>
  new Problem(
    'body_invalid',
    { zh: '这个地址不是列表，不能导出。', en: 'There is no list at this address that could be exported.' },
    { field: 'format' },
  );
