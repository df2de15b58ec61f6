import { z } from 'zod';
import { findCampaign } from '../records/campaigns.js';
import { lookUpApplication } from '../records/lookUpApplication.js';
import { findUnit } from '../records/organisations.js';
import { findPerson } from '../records/people.js';
import { listApplications } from '../records/queue.js';
import { placeOf } from '../records/queueCursor.js';
import type { DeadlineName } from '../rules/deadline.js';
import { lifecycle, type Status, type StatusLaw, statuses } from '../rules/lifecycle.js';
import type { Policy } from '../rules/policy.js';
import { isUuid } from './applications/visible.js';
import type { Deps } from './deps.js';
import { Problem } from './problem.js';
import { line } from './text.js';

/** Periods during which the public is asked for objections. */
const publicPeriods = ['publicity_period', 'notice_period'] as const satisfies readonly DeadlineName[];
type NoticeKind = (typeof publicPeriods)[number];

/** The period on notice in a status, or undefined where the public is not asked. */
function periodOf(status: Status): NoticeKind | undefined {
  const { deadlines }: StatusLaw = lifecycle[status];
  return publicPeriods.find((name) => deadlines.includes(name));
}
const onNotice = statuses.filter((status) => periodOf(status) !== undefined);

export const NoticesQuery = z.strictObject({
  campaign: line(64).optional(),
  unit: line(64).optional(),
  cursor: z.string().max(200).optional(),
});

/** `张*`: the family name (two characters of a compound one are not guessed), the rest hidden. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return `${first}${'*'.repeat(Math.max(1, Math.min(rest.length, 2)))}`;
}

/** What a policy calls a specialty; its code where the policy does not know it. */
export function specialtyName(policy: Policy | undefined, code: string): string {
  return policy?.specialties.find((specialty) => specialty.code === code)?.name ?? code;
}

/**
 * A page of what is on notice, the earliest end first: names masked, nothing else that tells who a person is.
 *
 * @throws Problem `body_invalid` for a cursor nobody gave out
 */
export async function listNotices(db: Deps['db'], { campaign, unit, cursor }: z.infer<typeof NoticesQuery>) {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  if (after === null) throw new Problem('body_invalid', '翻页标记无效，请从第一页开始。', { field: 'cursor' });
  const scope = { scopes: [{ kind: 'all' }] as const, statuses: onNotice, campaignId: campaign, unitId: unit };
  const { items, next } = await listApplications(db, { ...scope, after, limit: 100 });
  const notices = items.flatMap(({ id, campaignId, applicantName, unitName, level, specialty, status }) => {
    const kind = periodOf(status);
    return kind ? [{ id, campaignId, kind, name: maskedName(applicantName), unitName, level, specialty }] : [];
  });
  return { notices, next };
}

/** One notice with its period. @throws Problem `not_found` */
export async function getNotice(db: Deps['db'], id: string) {
  const application = isUuid(id) ? await lookUpApplication(db, id) : null;
  const kind = application ? periodOf(application.status) : undefined;
  if (!application || !kind) throw new Problem('not_found', '没有这份公示，或公示已经结束。');
  const { applicantId, unitId, campaignId, profile, deadlines } = application.facts;
  const [person, unit, campaign] = await Promise.all([
    findPerson(db, applicantId),
    findUnit(db, unitId),
    findCampaign(db, campaignId),
  ]);
  return {
    ...{ id, kind, name: maskedName(person?.name ?? ''), unitName: unit?.name ?? null, level: profile.level },
    campaign: campaign && { id: campaign.id, title: campaign.title, committee: campaign.policy.committee },
    specialty: specialtyName(campaign?.policy, profile.specialty),
    deadline: deadlines[kind] ?? null,
  };
}
