import { z } from 'zod';
import { rosterSubjects } from '../../records/queue/rosterRows.js';
import { mayReadIdentity } from '../../rules/access/identityReaders.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { type RosterName, rosterNames, rosters } from '../../rules/exports/rosters.js';
import { type Caller, holds } from '../accounts/caller.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import type { Arrival } from '../http/route.js';
import { paragraph } from '../http/text.js';
import type { Services } from '../services.js';
import { sendSheet } from './fileOf.js';
import { rosterSheet } from './rosterSheet.js';

const path = '/api/campaigns/{id}/rosters/{roster}';
const who = { tag: '花名册', path, roles: 'signed in', among: ['unit', 'department', 'office'] } as const;
const nobody: ReadonlySet<string> = new Set();

/** Lists as offices file them, as XLSX: with ID numbers and telephones masked, or, for a reason, whole by right. */
export const rosterRoutes = [
  defineRoute({
    ...who,
    method: 'get',
    summary: '花名册、汇总表、备案表、名册（XLSX），证件号码和电话已遮盖',
    subject: rosterInPath,
    answers: { 200: 'file' },
    reading: ({ subject: { subjects, ...roster } }) => ({
      ...readingOf(roster),
      kind: 'dossier',
      subjectIds: idsOf(subjects),
    }),
    handle: ({ subject, response }, services) => send(services, subject, nobody, response),
  }),
  defineRoute({
    ...who,
    method: 'post',
    summary: '同一名册，含完整证件号码和电话，须写明理由（评审政策规定的角色）',
    subject: async (arrival, services) => {
      const roster = await rosterInPath(arrival, services);
      const whole = roster.subjects.filter((one) => mayReadIdentity(one, roster.role, roster.policy));
      if (whole.length > 0) return { ...roster, whole };
      throw new Problem(
        'not_permitted',
        {
          zh: '没有可由您查看完整证件号码的申报。',
          en: 'There is no application whose full ID number you may see.',
        },
        { clause: roster.policy.identityReaders.clause },
      );
    },
    body: z.strictObject({ reason: paragraph(500) }),
    answers: { 200: 'file' },
    reading: ({ subject: { whole, ...roster }, body: { reason } }) => ({
      ...readingOf(roster),
      kind: 'identity',
      subjectIds: idsOf(whole),
      reason,
    }),
    handle: ({ subject: { whole, ...roster }, response }, services) =>
      send(services, roster, new Set(whole.map(({ applicationId }) => applicationId)), response),
  }),
];

/** The roster named in the path as its caller sees it. @throws Problem `not_found`, `not_permitted` */
async function rosterInPath({ params, caller }: Arrival<typeof path, 'signed in'>, services: Pick<Services, 'db'>) {
  const { id: campaignId, policy } = await campaignInPath({ params }, services);
  const name = z.enum(rosterNames as [RosterName, ...RosterName[]]).safeParse(params.roster).data;
  if (name === undefined) throw new Problem('not_found', { zh: '没有这种名册。', en: 'There is no such roster.' });
  const reader = readerOf(caller, campaignId, name);
  if (reader === null)
    throw new Problem('not_permitted', { zh: '您的角色不能查看这份名册。', en: 'Your role cannot see this roster.' });
  const roster = { name, campaignId, policy, ...reader, statuses: rosters[name].statuses };
  return { ...roster, subjects: await rosterSubjects(services.db, roster) };
}

/** As what the caller reads a roster: the role that sees most of it. */
function readerOf(caller: Caller, campaignId: string, name: RosterName) {
  const readers: readonly string[] = rosters[name].readers;
  if (holds(caller, 'office', campaignId)) return { role: 'office', scope: null } as const;
  for (const role of ['department', 'unit'] as const) {
    const own = caller.bindings.find((binding) => binding.role === role && readers.includes(role));
    if (own !== undefined) return { role, scope: own.scope };
  }
  return null;
}

type Roster = Omit<Awaited<ReturnType<typeof rosterInPath>>, 'subjects'>;

const idsOf = (subjects: readonly { readonly applicantId: string }[]) => subjects.map(({ applicantId }) => applicantId);
const readingOf = ({ role, campaignId, name }: Roster) => ({ role, campaignId, object: `roster ${name}` });

async function send(
  { db, clock }: Services,
  roster: Roster,
  whole: ReadonlySet<string>,
  response: Parameters<typeof sendSheet>[0],
) {
  const sheet = rosterSheet(db, { ...roster, whole });
  await sendSheet(response, 'xlsx', sheet, `${sheet.name} ${localDateOf(await clock())}`);
}
