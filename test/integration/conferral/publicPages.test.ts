import request from 'supertest';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let id: string;
let applicantId: string;
beforeAll(async () => {
  api = await startTestApi({ name: 'public-pages', at: '2024-07-25T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  applicantId = (await office.hire([{ role: 'applicant', unitId: 'unit-1' }])).id;
  id = await office.application(stories.unit_publicity, { applicantId });
});
afterAll(() => api.close());

const page = async (path: string, status = 200) => {
  const { text, headers } = await request(api.app).get(path).set('Accept', 'text/html').expect(status);
  expect(headers['content-type']).toContain('text/html');
  expect(text).toContain('<html lang="zh-CN">');
  // Nothing but the portal's font, which is fetched after the page is shown.
  const rest = text.replace('</footer><link rel="stylesheet" href="/fonts.css"></body>', '');
  expect(rest).not.toMatch(/<script|<link|<img|@import|url\(/i);
  return text;
};

describe('The public pages', () => {
  test('list who is on notice, by the full name, until when, with a link to each and to object', async () => {
    const text = await page('/notices');
    expect(text).toContain(`href="/notices/${id}"`);
    expect(text).toContain('张三');
    expect(text).toMatch(/<td>2024年\d+月\d+日 周. 24:00/);
    expect(text).toContain(`href="/objection/${id}"`);
    expect(text).toContain('在公示期满前实名提出');
    expect(text).toContain('单位1');
    expect(text).toContain('机械电子');
    expect(await page('/notices?unit=unit-2')).toContain('目前没有正在公示的申报');
  });

  test('tell one notice with its period, the weekday, and how it is counted', async () => {
    const text = await page(`/notices/${id}`);
    expect(text).toMatch(/2024年\d+月\d+日 周. 24:00/);
    expect(text).toContain('5个工作日');
    expect(text).toContain(`href="/announcements/${campaignId}"`);
    expect(text).toContain('单位公示的异议由单位1核实办结');
    expect(text).not.toContain(applicantId);
  });

  test('tell what has been announced, and nothing that is being prepared', async () => {
    const list = await page('/announcements');
    expect(list).toContain(`href="/announcements/${campaignId}"`);
    expect(list).toContain('受理中');
    expect(list).toContain('提交至评委会至2024年8月30日 周五 18:00');
    const text = await page(`/announcements/${campaignId}`);
    expect(text).toContain('2024年8月30日 周五 18:00');
    expect(text).toContain('600元');
    expect(text).toContain('通知 三（一）');
    await api.db.campaign.update({ where: { id: campaignId }, data: { state: 'preparing' } });
    expect(await page('/announcements')).not.toContain(campaignId);
    await page(`/announcements/${campaignId}`, 404);
    await api.db.campaign.update({ where: { id: campaignId }, data: { state: 'open' } });
  });

  test('go on by links, a page at a time', async () => {
    await api.db
      .$executeRaw`INSERT INTO users (id, name, email) SELECT 'many-' || n, '李四', n || '@many.example' FROM generate_series(1, 100) n`;
    await api.db.$executeRaw`INSERT INTO applications
      SELECT copy.* FROM generate_series(1, 100) n, LATERAL (SELECT md5('many' || n)::uuid AS id) fresh, applications AS original,
        LATERAL jsonb_populate_record(original, jsonb_build_object('id', fresh.id, 'number', fresh.id, 'applicant_id', 'many-' || n,
          'facts', original.facts || jsonb_build_object('applicationId', fresh.id, 'applicantId', 'many-' || n))) AS copy
      WHERE original.id = ${id}::uuid`;
    const first = await page(`/notices?campaign=${campaignId}`);
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? [];
    expect(next).toContain(`campaign=${campaignId}`);
    const second = await page(next.replaceAll('&amp;', '&'));
    const links = (text: string) => [...text.matchAll(/href="\/notices\/([^"]+)"/g)].map(([, link]) => link);
    expect(links(first)).toHaveLength(100);
    expect(new Set([...links(first), ...links(second)]).size).toBe(101);
    expect(second).not.toContain('rel="next"');
  });

  test.each([
    '/notices/1',
    '/notices/00000000-0000-4000-8000-000000000000',
    '/announcements/nowhere',
    '/notices?cursor=zzz',
    '/notices?surprise=1',
  ])('%s is a page that says there is none', async (path) => {
    expect(await page(path, 404)).toContain('没有找到');
  });
});
