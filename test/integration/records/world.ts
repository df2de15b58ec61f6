import { randomUUID } from 'node:crypto';
import { hashOf } from '../../../records/application/eventHash.js';
import { importApplication, type PastAct } from '../../../records/application/importApplication.js';
import { createCampaign } from '../../../records/campaign/campaigns.js';
import { proposeSanction } from '../../../records/conferral/sanctionRegister.js';
import type { Database } from '../../../records/database.js';
import type { Facts, Profile } from '../../../rules/application/facts.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { type Instant, instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyFor, runStory, type StoryStep, stories } from '../../../simulation/story/story.js';
import { calendar2024, deputySenior } from '../../support/facts.js';

export const openedAt: Instant = instantOf('2024-07-20T09:00');

/** One unit with a department above it, the 2024 campaign, and a clerk in every role that gets letters. */
export async function finalize(database: Database): Promise<void> {
  const person = (id: string) => ({ id, name: `${id}先生`, email: `${id}@example.cn` });
  await database.user.createMany({
    data: ['unit-1', 'unit-2', 'department', 'office'].map((id) => person(`${id}-clerk`)),
  });
  await database.department.create({ data: { id: 'department-1', name: '县工信局' } });
  for (const id of ['unit-1', 'unit-2']) {
    await database.unit.create({
      data: {
        id,
        name: `${id}机械厂`,
        kind: 'public_institution',
        chain: { create: { level: 0, departmentId: 'department-1' } },
        bindings: { create: { role: 'unit', personId: `${id}-clerk` } },
      },
    });
  }
  const campaign = { id: 'aksu-2024', title: aksu2024.title, policy: aksu2024, calendar: calendar2024 };
  const by = { changedBy: 'office-clerk', changedAt: openedAt - 1, reason: '通知印发' };
  await createCampaign(database, { ...campaign, state: 'open' }, by);
  await database.roleBinding.createMany({
    data: [
      { role: 'department', personId: 'department-clerk', departmentId: 'department-1' },
      { role: 'office', personId: 'office-clerk', campaignId: 'aksu-2024' },
    ],
  });
}

/** The facts of a fresh draft of a new applicant. */
export async function newDraft(
  database: Database,
  more: { readonly unitId?: string; readonly profile?: Partial<Profile> } = {},
): Promise<Facts> {
  const applicantId = randomUUID();
  await database.user.create({ data: { id: applicantId, name: '张三', email: `${applicantId}@example.cn` } });
  const identity = {
    applicationId: randomUUID(),
    campaignId: 'aksu-2024',
    applicantId,
    unitId: more.unitId ?? 'unit-1',
    chain: ['department-1'],
    profile: { ...deputySenior, ...more.profile },
  };
  return openDraft(identity, aksu2024, calendar2024);
}

function policyOf(story: Status | readonly StoryStep[]): Policy {
  return typeof story === 'string' ? policyFor(story, aksu2024) : aksu2024;
}

/** A past that leads to a status by the law. */
export function pastOf(facts: Facts, story: Status | readonly StoryStep[]) {
  const lines = typeof story === 'string' ? stories[story] : story;
  return runStory(facts, lines, policyOf(story), calendar2024);
}

/** The free text of every act of a past. */
export const freeText = {
  reason: '理由<b>充分</b>',
  defects: [
    { id: 'defect-1-1', text: '缺少学信网备案表' },
    { id: 'defect-1-2', text: '身份证<模糊>' },
  ],
};
export const freeTextHash = hashOf(freeText);

/** An application in a status, with its past imported. */
export async function snapshot(database: Database, status: Status, more: { unitId?: string; letters?: boolean } = {}) {
  const facts = await newDraft(database, more);
  const played = pastOf(facts, status);
  const past: PastAct[] = played.acts.map((act) => ({ act, freeText }));
  const { letters = false } = more;
  const given = { facts, openedAt, past, policy: policyOf(status), calendar: calendar2024, upTo: played.at, letters };
  return { played, imported: await importApplication(database, given) };
}

/** Puts a unit under a sanction that is in force in the whole year of the campaign. */
export async function sanction(database: Database, unitId: string): Promise<void> {
  const by = { campaignId: aksu2024.id, by: 'office-clerk', at: openedAt } as const;
  const term = { decidedOn: '2024-01-08', startsOn: '2024-01-08', expiresOn: '2027-01-08' };
  const about = {
    subject: 'unit',
    personId: null,
    unitId,
    applicationId: null,
    revokes: false,
    responsible: [],
  } as const;
  const id = await proposeSanction(database, {
    ...about,
    ...term,
    ...by,
    ground: 'fraud',
    basis: '阿工信处〔2024〕1号',
    clause: '通知 三、其他事宜（一）',
    reason: '已核实',
  });
  await database.sanction.update({ where: { id }, data: { state: 'in_force' } });
}
