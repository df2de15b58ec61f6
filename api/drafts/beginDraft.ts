import type { z } from 'zod';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { shippedPolicies } from '../../rules/policy/campaigns/shipped.js';
import { blankDraft } from '../../rules/policy/drafts/blankDraft.js';
import { amendmentBasis, type DraftValues, draftOf, policyOfDraft } from '../../rules/policy/drafts/draftValues.js';
import { shiftedDraft } from '../../rules/policy/drafts/shiftedDraft.js';
import { type Caller, holds } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';
import { CodesBody } from '../policy/codesBody.js';
import type { NewDraft } from './draftBodies.js';

type Begun = { readonly basis: string; readonly values: DraftValues };

/**
 * What a draft begins with: the values of its basis, moved to another year where one is asked for.
 *
 * @throws Problem `body_invalid` where there is no such notice or campaign, `not_permitted` to amend another office's
 */
export async function beginDraft(
  { basis, year }: z.output<typeof NewDraft>,
  caller: Caller,
  now: Instant,
  find: (id: string) => Promise<Campaign | null>,
): Promise<Begun> {
  if (basis.kind === 'blank') {
    const today = localDateOf(now);
    return { basis: 'blank', values: blankDraft(year === undefined ? today : `${year}${today.slice(4)}`) };
  }
  if (basis.kind === 'file') {
    const values = fittingCodes(draftOf(basis.policy));
    return { basis: 'file', values: moved(values, year) };
  }
  if (basis.kind === 'amendment') {
    const campaign = await find(basis.id);
    if (!campaign || !holds(caller, 'office', campaign.id))
      throw new Problem('not_permitted', {
        zh: '修订由该年度评审的办事机构提出。',
        en: 'An amendment is proposed by the office of that campaign.',
      });
    return { basis: amendmentBasis(campaign.id, campaign.policy.version), values: draftOf(campaign.policy) };
  }
  const policy =
    basis.kind === 'notice' ? shippedPolicies.find(({ id }) => id === basis.id) : (await find(basis.id))?.policy;
  if (!policy)
    throw new Problem(
      'body_invalid',
      { zh: '没有这份通知或年度评审。', en: 'There is no such notice or campaign.' },
      { field: 'basis.id' },
    );
  return { basis: `${basis.kind}:${basis.id}`, values: moved(draftOf(policy), year) };
}

function moved(values: DraftValues, year: number | undefined): DraftValues {
  return year === undefined || typeof values.year !== 'number' ? values : shiftedDraft(values, year - values.year);
}

/** Without lists of codes that are none: the pages show their entries one by one. What is missing then is said. */
function fittingCodes(values: DraftValues): DraftValues {
  const { error } = CodesBody.safeParse(policyOfDraft(values).codes);
  const wrong = new Set((error?.issues ?? []).map(({ path }) => `codes.${String(path[0])}`));
  return Object.fromEntries(Object.entries(values).filter(([path]) => !wrong.has(path)));
}
