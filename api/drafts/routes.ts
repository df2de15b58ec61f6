import { z } from 'zod';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import {
  addDraft,
  type CampaignDraft,
  countDrafts,
  draftsOf,
  removeDraft,
  saveDraft,
} from '../../records/campaign/campaignDrafts.js';
import { takeOverFiles } from '../../records/campaign/campaignFiles.js';
import { findCampaign, listCampaigns } from '../../records/campaign/campaigns.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import { shippedPolicies } from '../../rules/policy/campaigns/shipped.js';
import { policyOfDraft } from '../../rules/policy/drafts/draftValues.js';
import { mayOpen } from '../../rules/policy/lint/linter.js';
import type { PresentCalendar } from '../../rules/policy/newerCalendar.js';
import { holds } from '../accounts/caller.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { beginDraft } from './beginDraft.js';
import { checkDraft } from './checkDraft.js';
import { draftChanged, draftInPath, requireSettingUp, settingUp } from './draftAccess.js';
import { DraftAnswer, DraftBasesAnswer, ListedDraftAnswer } from './draftAnswers.js';
import { DraftChange, NewDraft } from './draftBodies.js';

const tag = '设立';
const path = '/api/campaign-drafts';
const own = `${path}/{draftId}` as const;
const who = { roles: 'signed in', among: settingUp } as const;
/** Drafts a person can have at a time. */
const most = 50;

/** Campaigns that are being set up, saved as their author goes; each is its author's, and operators see all. */
export const draftRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '准备设立的年度评审草稿（本人的；运维看全部）',
    ...who,
    subject: async ({ caller }) => requireSettingUp(caller),
    answers: { 200: z.object({ items: z.array(ListedDraftAnswer) }) },
    handle: async ({ caller }, { db }) => {
      const drafts = await draftsOf(db, holds(caller, 'operator') ? null : caller.personId);
      return { items: drafts.map(listed) };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/bases`,
    tag,
    summary: '可作底稿的通知和以往年度评审',
    ...who,
    subject: async ({ caller }) => requireSettingUp(caller),
    answers: { 200: DraftBasesAnswer },
    handle: async (_, { db }) => ({
      items: [
        ...(await listCampaigns(db)).map(({ id, title, policy }) => ({
          kind: 'campaign',
          id,
          title,
          year: policy.year,
        })),
        ...shippedPolicies.map(({ id, title, year: of }) => ({ kind: 'notice', id, title, year: of })),
      ],
    }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '新建草稿：从随附通知、以往年度评审、文件或空白开始',
    ...who,
    subject: async ({ caller }) => requireSettingUp(caller),
    body: NewDraft,
    answers: { 201: DraftAnswer },
    handle: async ({ body, caller, response }, { db, clock }) => {
      const at = await clock();
      if ((await countDrafts(db, caller.personId)) >= most)
        throw new Problem('too_many_requests', {
          zh: `每人最多保留${most}份草稿，请先删除不用的。`,
          en: `A person can have ${most} drafts; please delete some first.`,
        });
      const begun = await beginDraft(body, caller, at, (id) => findCampaign(db, id));
      const draft = await addDraft(db, { ...begun, step: 'who', ownerId: caller.personId, at });
      if (body.basis.kind === 'campaign') await takeOverFiles(db, body.basis.id, draft.id);
      response.location(`${path}/${draft.id}`);
      return view(draft, at, await presentCalendar(db));
    },
  }),
  defineRoute({
    method: 'get',
    path: own,
    tag,
    summary: '草稿各项、尚缺或有误之处、政策检查',
    ...who,
    subject: draftInPath,
    answers: { 200: DraftAnswer },
    handle: async ({ subject: draft }, { db, clock }) => view(draft, await clock(), await presentCalendar(db)),
  }),
  defineRoute({
    method: 'patch',
    path: own,
    tag,
    summary: '保存草稿中改动的各项',
    ...who,
    subject: draftInPath,
    body: DraftChange,
    answers: { 200: DraftAnswer },
    handle: async ({ subject: draft, body: { seq, step = draft.step, changes } }, { db, clock }) => {
      if (seq !== draft.seq) throw draftChanged();
      const taken = changes.map(({ path: one }) => one);
      const kept = Object.entries(draft.values).filter(([one]) => !taken.includes(one));
      const set = changes.flatMap(({ path: one, value }) => (value === undefined ? [] : [[one, value] as const]));
      const at = await clock();
      const next = { ...draft, step, values: Object.fromEntries([...kept, ...set]) };
      if (!(await saveDraft(db, { ...next, at }))) throw draftChanged();
      return view({ ...next, seq: seq + 1, changedAt: at }, at, await presentCalendar(db));
    },
  }),
  defineRoute({
    method: 'delete',
    path: own,
    tag,
    summary: '删除草稿',
    ...who,
    subject: draftInPath,
    answers: { 204: null },
    handle: async ({ subject: { id } }, { db }) => removeDraft(db, id),
  }),
  defineRoute({
    method: 'get',
    path: `${own}/file`,
    tag,
    summary: '下载草稿为政策文件，可再导入，完整的也可供 --policy 使用',
    ...who,
    subject: draftInPath,
    answers: { 200: 'file' },
    handle: ({ subject: { values }, response }) => {
      const name = typeof values.id === 'string' && /^[\w-]+$/.test(values.id) ? values.id : 'campaign';
      response
        .attachment(`${name}.json`)
        .type('json')
        .send(canonical(policyOfDraft(values)));
    },
  }),
];

function listed({ id, owner, basis, step, seq, values, createdAt, changedAt }: CampaignDraft) {
  const title = typeof values.title === 'string' ? values.title : null;
  const instants = { createdAt: isoInBeijing(createdAt), changedAt: isoInBeijing(changedAt) };
  return { id, owner, basis, step, seq, title, ...instants };
}

function view(draft: CampaignDraft, now: Instant, present: PresentCalendar) {
  const { errors, findings } = checkDraft(draft, now, present);
  return {
    ...listed(draft),
    values: draft.values,
    errors,
    mayOpen: errors.length === 0 && mayOpen(findings),
    findings,
  };
}
