import type { z } from 'zod';
import type { NoticeDetail, NoticeLine } from '../../documents/pages/noticePages.js';
import { findCampaign, listCampaigns } from '../../records/campaigns.js';
import { lookUpApplication } from '../../records/lookUpApplication.js';
import { findUnit } from '../../records/organisations.js';
import { findPerson } from '../../records/people.js';
import { listApplications } from '../../records/queue.js';
import { placeOf } from '../../records/queueCursor.js';
import type { Policy } from '../../rules/policy.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { maskedName, type NoticesQuery, onNotice, periodOf } from '../notices.js';
import { Problem } from '../problem.js';

/** A page of what is on notice, as people read it: the names masked, the specialties by name. */
export async function noticeLines(
  db: Deps['db'],
  { campaign, unit, cursor }: z.infer<typeof NoticesQuery>,
): Promise<{ readonly lines: readonly NoticeLine[]; readonly next: string | null }> {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  if (after === null) throw new Problem('not_found', '翻页标记无效。');
  const filter = { scopes: [{ kind: 'all' }] as const, statuses: onNotice, campaignId: campaign, unitId: unit };
  const [{ items, next }, campaigns] = await Promise.all([
    listApplications(db, { ...filter, after, limit: 100 }),
    listCampaigns(db),
  ]);
  const policies = new Map(campaigns.map(({ id, policy }) => [id, policy]));
  const lines = items.flatMap(({ id, campaignId, applicantName, unitName, level, specialty, status }) => {
    const kind = periodOf(status);
    const named = specialtyName(policies.get(campaignId), specialty);
    return kind ? [{ id, kind, name: maskedName(applicantName), unitName, level, specialty: named }] : [];
  });
  return { lines, next };
}

/** One notice. @throws Problem `not_found` */
export async function noticeDetail(db: Deps['db'], id: string): Promise<NoticeDetail> {
  const application = isUuid(id) ? await lookUpApplication(db, id) : null;
  const kind = application ? periodOf(application.status) : undefined;
  if (!application || !kind) throw new Problem('not_found', '没有这份公示，或公示已经结束。');
  const { facts } = application;
  const [person, unit, campaign] = await Promise.all([
    findPerson(db, facts.applicantId),
    findUnit(db, facts.unitId),
    findCampaign(db, facts.campaignId),
  ]);
  const { level, specialty } = facts.profile;
  return {
    ...{ id, kind, level, name: maskedName(person?.name ?? ''), unitName: unit?.name ?? '' },
    specialty: specialtyName(campaign?.policy, specialty),
    campaign: campaign && { id: campaign.id, title: campaign.title, committee: campaign.policy.committee },
    deadline: facts.deadlines[kind] ?? null,
  };
}

function specialtyName(policy: Policy | undefined, code: string): string {
  return policy?.specialties.find((specialty) => specialty.code === code)?.name ?? code;
}
