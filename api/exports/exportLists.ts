import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import type { Route } from '../http/route.js';
import { type LabelOf, labelsOf } from './codeLabels.js';
import { formats, sendSheet } from './fileOf.js';
import type { CellValue } from './safeCell.js';
import { answersList, columnsOf, type ListColumn, rowOf } from './tableOf.js';

const perPage = 200;
const ExportFormat = z.enum(formats, {
  error: bilingualMessage('格式应为 csv 或 xlsx。', 'The format has to be csv or xlsx.'),
});

/**
 * Every list as a file: `GET …?format=csv` or `xlsx` answers what the same address answers as JSON, all pages of it, with
 * the same rights and the same narrowing down. Its pages are read while the file is written.
 */
export function exportLists(
  lists: Router,
  routes: readonly Route[],
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
): RequestHandler {
  const known = routes.filter(({ method }) => method === 'get').map((route) => ({ route, is: addressesOf(route) }));
  return async (request, response, next) => {
    if (request.method !== 'GET' || request.query.format === undefined) return next();
    const exportFormat = ExportFormat.safeParse(request.query.format);
    if (!exportFormat.success)
      throw new Problem(
        'body_invalid',
        { zh: '格式应为 csv 或 xlsx。', en: 'The format has to be csv or xlsx.' },
        { field: 'format' },
      );
    // Where two paths fit an address, it is the one with fewer parameters that answers.
    const [answering] = known
      .filter(({ is }) => is.test(`${request.baseUrl}${request.path}`))
      .toSorted((one, other) => parametersOf(one.route) - parametersOf(other.route));
    // Before the route is asked: one that answers no list may write to the response itself, a part at a time.
    if (answering !== undefined && !answersList(answering.route.answers[200])) throw noList();
    const first = await page(lists, request, response, {});
    const columns = columnsOf(answering?.route.answers[200], first);
    if (answering === undefined || columns === null) throw noList();
    const name = listName(answering.route);
    const rows = everyRow(pages(lists, request, response, first), columns, await labelsFor(db, request));
    const sheet = { name, columns, rows };
    await sendSheet(response, exportFormat.data, sheet, `${name} ${localDateOf(await clock())}`);
  };
}

const parametersOf = ({ path }: Route) => path.split('{').length;

function addressesOf({ path }: Route): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`);
}

/** What a list is called: its summary without who may see it. */
export function listName({ summary }: Pick<Route, 'summary'>): string {
  return summary.split(/[（；，：]/)[0] ?? summary;
}

async function* everyRow(
  items: AsyncIterable<readonly unknown[]>,
  columns: readonly ListColumn[],
  labelOf: LabelOf,
): AsyncGenerator<readonly CellValue[]> {
  for await (const part of items) for (const item of part) yield rowOf(item, columns, labelOf);
}

/** Labels of codes: those of the campaign the list is about, then those of every other. */
async function labelsFor(db: Deps['db'], { path, query }: Request): Promise<LabelOf> {
  const named = /^\/api\/campaigns\/([^/]+)/.exec(path)?.[1] ?? query.campaign;
  const campaigns = await listCampaigns(db);
  const ofList = campaigns.filter(({ id }) => id === named);
  return labelsOf([...ofList, ...campaigns].map(({ policy }) => policy));
}

/** The items, a page at a time; a list of one page is not read again. */
async function* pages(lists: Router, request: Request, response: Response, first: Page) {
  if (first.next === null) {
    yield first.items;
    return;
  }
  for (let cursor: string | null = ''; cursor !== null; ) {
    const narrowed = { limit: String(perPage), ...(cursor === '' ? {} : { cursor }) };
    const found = await page(lists, request, response, narrowed);
    yield found.items;
    cursor = found.next;
  }
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
