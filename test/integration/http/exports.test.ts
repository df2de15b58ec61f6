import readWorkbook from 'read-excel-file/node';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let ids: string[];
beforeAll(async () => {
  api = await startTestApi({ name: 'exports', at: '2024-08-12T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  ids = [];
  for (let n = 0; n < 3; n += 1) ids.push(await office.application(stories.committee_audit));
  ids.push(await office.application(stories.committee_audit, { unitId: 'unit-2' }));
}, 60_000);
afterAll(() => api.close());

const csv = async (who: Parameters<Office['as']>[0], path: string) => {
  const { text, headers } = await office.as(who).get(path).expect(200);
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split('\r\n');
  return { head: head.split(','), lines: lines.filter((line) => line !== ''), headers };
};

const fileFor = (path: string) =>
  office
    .as('office')
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);

const fileNameOf = (headers: Readonly<Record<string, string>>) =>
  decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(headers['content-disposition'] ?? '')?.[1] ?? '');

describe('A list as a file', () => {
  test('holds every page of it, with words in the first line', async () => {
    const { head, lines, headers } = await csv('office', '/api/applications?limit=1&format=csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(fileNameOf(headers)).toBe('申报列表 2024-08-12.csv');
    expect(head).toEqual(expect.arrayContaining(['编号', '申报人', '用人单位', '环节', '截止']));
    expect(lines).toHaveLength(ids.length);
    for (const id of ids) expect(lines.filter((line) => line.includes(id))).toHaveLength(1);
  });

  test('holds what its reader may see and nothing else', async () => {
    const { lines } = await csv('unit', '/api/applications?format=csv');
    expect(lines.map((line) => ids.find((id) => line.includes(id)))).toEqual(expect.arrayContaining(ids.slice(0, 3)));
    expect(lines.some((line) => line.includes(ids[3] ?? ''))).toBe(false);
    await office.as('applicant').get(`/api/campaigns/${campaignId}/fees?format=csv`).expect(403);
    await office.as('office').get('/api/applications?format=csv&status=nothing').expect(422);
  });

  test('is narrowed down as the list is', async () => {
    const { lines } = await csv('office', '/api/applications?format=csv&unit=unit-2');
    expect(lines).toHaveLength(1);
  });

  test('is a workbook when that is asked for', async () => {
    const { body, headers } = await fileFor('/api/applications?format=xlsx');
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(fileNameOf(headers)).toBe('申报列表 2024-08-12.xlsx');
    const [{ sheet, data: [head, ...rows] = [] } = {}] = await readWorkbook(body);
    expect(sheet).toBe('申报列表');
    expect(rows).toHaveLength(ids.length);
    expect(rows[0]?.[head?.indexOf('最近办理') ?? -1]).toBeInstanceOf(Date);
  });

  test('has its headings when nothing is on it', async () => {
    const { body } = await fileFor('/api/applications?format=xlsx&unit=nowhere');
    const [{ data = [] } = {}] = await readWorkbook(body);
    expect(data).toEqual([expect.arrayContaining(['编号', '申报人', '环节'])]);
  });

  test('is refused of what is no list, and in a form nobody knows', async () => {
    expect((await office.as('office').get('/api/me?format=csv').expect(422)).body.field).toBe('format');
    expect((await office.as('office').get('/api/applications?format=doc').expect(422)).body.field).toBe('format');
    await office.as('office').get('/api/nothing?format=csv').expect(404);
  });

  test('leaves the list itself as it was', async () => {
    const { body } = await office.as('office').get('/api/applications?limit=1').expect(200);
    expect(body.items).toHaveLength(1);
  });
});
