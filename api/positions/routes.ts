import type { Campaign } from '../../records/campaign/campaigns.js';
import { listPositions, positionHistory, type UnitPositions } from '../../records/positions/positionList.js';
import { confirmPositions, statePositions } from '../../records/positions/statePositions.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { positionRoles, positionState, statementRefusal, vacantPositions } from '../../rules/campaign/positions.js';
import { cite } from '../../rules/policy/clauses.js';
import { type Caller, holds } from '../accounts/caller.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import {
  ConfirmationBody,
  HistoryQuery,
  PositionHistoryAnswer,
  PositionListAnswer,
  PositionsQuery,
  StatedBody,
} from './bodies.js';
import { campaignAsking, scopesOf, unitAndRole } from './positionActor.js';

const tag = '评聘结合';
const path = '/api/campaigns/{id}/positions';

/** Positions of the units by level, where a campaign asks for them (评聘结合). */
export const positionRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '各单位岗位：单位看本单位，主管部门看所属单位，办事机构看全部',
    roles: positionRoles,
    anyScope: true,
    subject: campaignAsking,
    query: PositionsQuery,
    answers: { 200: PositionListAnswer, 304: null },
    handle: async ({ subject: campaign, query: { unit, cursor: offset, limit, ...filter }, caller }, { db }) => {
      const levels = campaign.policy.levels.value;
      const kinds = campaign.policy.positionEmployers?.value;
      const asked = unit === undefined ? shownTo(caller, campaign) : { units: [unit] };
      if (unit !== undefined) await unitAndRole(db, { caller, campaign, unitId: unit });
      const rows = await listPositions(db, campaign.id, {
        ...filter,
        ...asked,
        kinds,
        levels,
        limit: limit + 1,
        offset,
      });
      return { items: rows.slice(0, limit).map(bodyOf), next: rows.length > limit ? String(offset + limit) : null };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/history`,
    tag,
    summary: '一个单位一个级别的填报与确认记录，最近的在前',
    roles: positionRoles,
    anyScope: true,
    subject: campaignAsking,
    query: HistoryQuery,
    answers: { 200: PositionHistoryAnswer, 304: null },
    handle: async ({ subject: campaign, query: { unit: unitId, level }, caller }, { db }) => {
      await unitAndRole(db, { caller, campaign, unitId });
      const entries = await positionHistory(db, { campaignId: campaign.id, unitId, level });
      return { items: entries.map(({ at, ...entry }) => ({ ...entry, at: isoInBeijing(at) })) };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '填报岗位（单位；办事机构代为填报须写明理由）',
    roles: ['unit', 'office'],
    anyScope: true,
    subject: campaignAsking,
    body: StatedBody,
    answers: { 204: null },
    handle: async ({ subject: campaign, body, caller }, { db, clock }) => {
      const { unitId, level, approved, occupied, reason = null } = body;
      const { role } = await unitAndRole(db, { caller, campaign, unitId }, ['unit', 'office']);
      const { policy, id: campaignId } = campaign;
      requireRunning(campaign);
      requireOffered(campaign, level);
      if (role === 'office' && reason === null) {
        throw new Problem(
          'free_text_missing',
          { zh: '代单位填报须写明理由。', en: 'To state them in place of the unit takes a reason.' },
          { field: 'reason', clause: cite(policy, 'positions') },
        );
      }
      const refusal = await statePositions(
        db,
        { campaignId, unitId, level },
        { approved, occupied, reason },
        {
          by: { personId: caller.personId, role, at: await clock() },
          judge: (held) => statementRefusal(role, { level, approved, occupied }, held, policy),
        },
      );
      if (refusal) throw problemOf(refusal);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/confirm`,
    tag,
    summary: '确认单位填报的岗位（主管部门、办事机构）',
    roles: ['department', 'office'],
    anyScope: true,
    subject: campaignAsking,
    body: ConfirmationBody,
    answers: { 204: null },
    handle: async ({ subject: campaign, body: { unitId, level, seq }, caller }, { db, clock }) => {
      const { role } = await unitAndRole(db, { caller, campaign, unitId }, ['department', 'office']);
      requireRunning(campaign);
      const by = { personId: caller.personId, role, at: await clock() };
      if (await confirmPositions(db, { campaignId: campaign.id, unitId, level }, seq, by)) return;
      throw new Problem('stale_page', {
        zh: '岗位数刚有变动，请重新载入后再确认。',
        en: 'The numbers have just changed; please reload the page before you confirm them.',
      });
    },
  }),
];

/** The office sees every unit; others those of their own. */
function shownTo(caller: Caller, { id }: Campaign) {
  if (holds(caller, 'office', id)) return {};
  const departments = scopesOf(caller, 'department');
  const units = scopesOf(caller, 'unit');
  return departments.length ? { departments } : { units };
}

/** @throws Problem `campaign_closed` */
function requireRunning({ state }: Campaign): void {
  if (state !== 'closed') return;
  throw new Problem('campaign_closed', { zh: '本年度评审已结束。', en: 'This review has been closed.' });
}

/** @throws Problem `body_invalid` */
function requireOffered({ policy: { levels } }: Campaign, level: string): void {
  if (levels.value.includes(level)) return;
  throw new Problem(
    'body_invalid',
    { zh: '本年度评审不受理这一级别。', en: 'This review does not offer this level.' },
    { field: 'level', clause: levels.clause },
  );
}

function bodyOf({ passed: _passed, at, ...row }: UnitPositions) {
  const { approved, occupied } = row;
  const vacant = approved === null || occupied === null ? null : vacantPositions({ approved, occupied });
  return { ...row, vacant, state: positionState(vacant, row.held), at: at === null ? null : isoInBeijing(at) };
}
