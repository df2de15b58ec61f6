import { z } from 'zod';
import { looksAt } from '../../records/conferral/certificateLooks.js';
import { conferredTitles, titleOf } from '../../records/conferral/certificates.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { type Caller, holds } from '../accounts/caller.js';
import { visibleApplication } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { own } from '../openapi/parts.js';
import { requireIntact } from '../proof/requireIntact.js';
import { specialtyName } from '../publicNotices/publicNotices.js';
import { CertificateAnswer, ConferralsAnswer } from './answers.js';

const tag = '资格';
const limit = 5_000;
const everyUnit = ['office', 'supervisor', 'chair', 'operator'] as const;

/** Titles conferred in a campaign, by unit; a unit sees its own people. And the certificate of one application. */
export const conferralRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/conferrals',
    tag,
    summary: '取得资格人员名单；单位只见本单位',
    roles: 'signed in',
    among: ['unit', 'office', 'chair', 'supervisor', 'operator'],
    subject: campaignInPath,
    query: z.strictObject({ unit: line(64).optional() }),
    answers: { 200: ConferralsAnswer, 304: null },
    handle: async ({ subject: { id: campaignId, policy }, query: { unit }, caller }, { db }) => {
      const unitId = readableUnit(caller, campaignId, unit);
      const titles = await conferredTitles(db, { campaignId, unitId, limit });
      const items = titles.map(({ campaignId: _, holderId: __, ...title }) => ({
        ...title,
        specialty: specialtyName(policy, title.specialty),
      }));
      return { items };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${own}/certificate`,
    tag,
    summary: '证书编号',
    roles: 'signed in',
    subject: visibleApplication,
    answers: { 200: CertificateAnswer, 304: null },
    handle: async ({ subject: { application }, caller: { personId } }, services) => {
      const { db } = services;
      await requireIntact(services, application.id);
      const title = await titleOf(db, application.id);
      const { number, conferredOn, revokedOn, revokedBasis, revokedClause } = title ?? {};
      const looks = title?.holderId === personId ? await looksAt(db, title) : null;
      return {
        certificate: title && { number, conferredOn, revokedOn, revokedBasis, revokedClause },
        looks: looks && { total: looks.total, last: looks.last === null ? null : isoInBeijing(looks.last) },
      };
    },
  }),
];

/** The unit whose list the caller may read; null: every one. @throws Problem `not_permitted` */
function readableUnit(caller: Caller, campaignId: string, requestedUnit: string | undefined): string | null {
  if (everyUnit.some((role) => holds(caller, role, campaignId))) return requestedUnit ?? null;
  const own = caller.bindings.filter(({ role }) => role === 'unit').flatMap(({ scope }) => scope ?? []);
  const unit = requestedUnit === undefined ? own[0] : own.find((one) => one === requestedUnit);
  if (unit === undefined)
    throw new Problem('not_permitted', { zh: '您的角色不能查看这份名单。', en: 'Your role cannot see this list.' });
  return unit;
}
