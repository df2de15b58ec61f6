import { type CampaignDraft, findDraft } from '../../records/campaign/campaignDrafts.js';
import { type Caller, holds } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';

/** Who sets campaigns up: operators of the whole installation, and people of an office. */
export const settingUp = ['office', 'operator'] as const;

/** @throws Problem `not_permitted` for anybody else */
export function requireSettingUp(caller: Caller): void {
  if (holds(caller, 'operator') || caller.bindings.some(({ role }) => role === 'office')) return;
  throw new Problem('not_permitted', {
    zh: '年度评审由评委会办事机构或运维设立。',
    en: 'Campaigns are set up by the committee office or an operator.',
  });
}

/** The draft in the path: one's own, or anybody's for operators. @throws Problem `not_permitted`, `not_found` */
export async function draftInPath(
  { params, caller }: { readonly params: { readonly draftId: string }; readonly caller: Caller },
  { db }: Pick<Deps, 'db'>,
): Promise<CampaignDraft> {
  requireSettingUp(caller);
  const draft = isUuid(params.draftId) ? await findDraft(db, params.draftId) : null;
  if (!draft || !(draft.owner.id === caller.personId || holds(caller, 'operator')))
    throw new Problem('not_found', { zh: '没有这份草稿。', en: 'There is no such draft.' });
  return draft;
}

/** The draft was saved from another page meanwhile. */
export function draftChanged(): Problem {
  return new Problem(
    'stale_page',
    {
      zh: '这份草稿刚在别处保存过，请重新载入后再改。',
      en: 'This draft has just been saved elsewhere; please reload it before you change it.',
    },
    { field: 'seq' },
  );
}
