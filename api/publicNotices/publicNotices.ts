import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { type Campaign, findCampaign, listCampaigns } from '../../records/campaign/campaigns.js';
import { noticePeriods } from '../../records/campaign/noticePeriods.js';
import { findFrozenDossier } from '../../records/dossier/dossiers.js';
import { placeOf } from '../../records/keyset.js';
import { findUnit } from '../../records/people/organisations.js';
import { findPerson } from '../../records/people/people.js';
import { listApplications } from '../../records/queue/queue.js';
import { noticeStart } from '../../rules/application/counting/noticeStart.js';
import { type PublicPeriod, publicPeriods } from '../../rules/application/deadline.js';
import { lifecycle, type Status, type StatusLaw, statuses } from '../../rules/application/lifecycle.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { labelOfCode } from '../../rules/campaign/codes.js';
import { maskedIdNumber } from '../../rules/dossier/maskedIdentity.js';
import { contactLines } from '../../rules/policy/contact.js';
import type { Policy } from '../../rules/policy/policy.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';

type PublicNoticeDeps = Pick<Deps, 'db' | 'clock'>;

/** The period on notice in a status, or undefined where the public is not asked. */
function periodOf(status: Status): PublicPeriod | undefined {
  const { deadlines }: StatusLaw = lifecycle[status];
  return publicPeriods.find((name) => deadlines.includes(name));
}
const publicNoticeStatuses = statuses.filter((status) => periodOf(status) !== undefined);

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

/** What a policy calls a level; its code where the policy does not know it. */
export function levelLabel(policy: Policy | undefined, code: string): BilingualText {
  const { zh, en } = labelOfCode(policy?.codes.levels ?? [], code);
  return { zh, en };
}

/** Whether a campaign leaves out what Annex 1 publishes beside the name: it does where its policy does not say otherwise. */
function isMasked(campaign: Pick<Campaign, 'policy'> | null | undefined): boolean {
  return !campaign || campaign.policy.reviewCommittee.maskPublicNotice.value;
}

/**
 * A page of what is on notice, the earliest end first: names in full, since nobody can object to a name half hidden, and
 * nothing else that tells who a person is.
 *
 * @throws Problem `body_invalid` for a cursor nobody gave out
 */
export async function listNotices(
  { db, clock }: PublicNoticeDeps,
  { campaign, unit, cursor }: z.infer<typeof NoticesQuery>,
) {
  const after = cursor === undefined ? undefined : placeOf(cursor);
  if (after === null)
    throw new Problem(
      'body_invalid',
      { zh: '翻页标记无效，请从第一页开始。', en: 'The cursor is not valid; please begin with the first page.' },
      { field: 'cursor' },
    );
  const scope = {
    scopes: [{ kind: 'all' }] as const,
    statuses: publicNoticeStatuses,
    campaignId: campaign,
    unitId: unit,
  };
  const noticeStartedBy = localDateOf(await clock());
  const [{ items, next }, campaigns] = await Promise.all([
    listApplications(db, { ...scope, noticeStartedBy, after, limit: 100 }),
    listCampaigns(db),
  ]);
  const known = new Map(campaigns.map((one) => [one.id, one]));
  const periods = await noticePeriods(
    db,
    items.map(({ id }) => id),
  );
  const notices = items.flatMap(({ id, campaignId, applicantName, unitName, level, specialty, status }) => {
    const kind = periodOf(status);
    const { from = null, until = null } = periods.get(id) ?? {};
    const label = levelLabel(known.get(campaignId)?.policy, level);
    return kind
      ? [{ id, campaignId, kind, name: applicantName, unitName, level, levelLabel: label, specialty, from, until }]
      : [];
  });
  return { notices, next };
}

/** The application a notice is about, while the public is asked. @throws Problem `not_found` */
export async function getOnNotice({ db, clock }: PublicNoticeDeps, id: string) {
  const application = isUuid(id) ? await lookUpApplication(db, id) : null;
  const kind = application ? periodOf(application.status) : undefined;
  const from = application?.facts.noticeFrom ?? null;
  if (!application || !kind || (from !== null && from > localDateOf(await clock()))) {
    throw new Problem('not_found', {
      zh: '没有这份公示，或公示已经结束。',
      en: 'There is no such notice, or it is over.',
    });
  }
  return { application, kind };
}

/** One notice with its period. @throws Problem `not_found` */
export async function getNotice(deps: PublicNoticeDeps, id: string) {
  const { db } = deps;
  const { application, kind } = await getOnNotice(deps, id);
  const { applicantId, unitId, campaignId, profile, deadlines, noticeFrom, postedAt, dossierHash } = application.facts;
  const [person, unit, campaign] = await Promise.all([
    findPerson(db, applicantId),
    findUnit(db, unitId),
    findCampaign(db, campaignId),
  ]);
  const masked = isMasked(campaign);
  return {
    id,
    kind,
    name: person?.name ?? '',
    unitName: unit?.name ?? null,
    level: profile.level,
    levelLabel: levelLabel(campaign?.policy, profile.level),
    campaign: campaign && {
      id: campaign.id,
      title: campaign.title,
      committee: campaign.policy.committee,
      contact: contactLines(campaign.policy, 'objection').map(({ zh, en, value }) => ({ zh, en, value })),
    },
    specialty: specialtyName(campaign?.policy, profile.specialty),
    from: noticeFrom ?? (postedAt === null ? null : localDateOf(postedAt)),
    start: noticeStart(application.facts),
    deadline: deadlines[kind] ?? null,
    identity: masked ? null : await publishedIdentity(db, { applicationId: id, hash: dossierHash }),
  };
}

/** What 附件1 publishes of a person besides the name, the ID number masked; only where the policy says so. */
async function publishedIdentity(
  db: Deps['db'],
  { applicationId, hash }: { readonly applicationId: string; readonly hash: string | null },
) {
  const frozen = hash === null ? null : await findFrozenDossier(db, { applicationId, hash });
  const { idNumber = null, ethnicity = null } = frozen?.dossier.basicInformation ?? {};
  return { idNumber: idNumber && maskedIdNumber(idNumber), ethnicity };
}
