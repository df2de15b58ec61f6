import { expertOf } from '../../records/committee/committeeMembers.js';
import { findExpert } from '../../records/committee/experts.js';
import type { Database } from '../../records/database.js';
import { type Caller, holds } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';

/**
 * Which expert a declaration or recusal is about, and in which role it is made: an expert speaks for themselves, the
 * office for whomever it names.
 *
 * @throws Problem `not_permitted`, or `body_invalid` when the office names nobody who is in the pool
 */
export async function expertOwnership(
  db: Database,
  caller: Caller,
  campaignId: string,
  named: string | undefined,
): Promise<{ readonly expertId: string; readonly role: 'expert' | 'office' }> {
  const own = await expertOf(db, caller);
  const speaksForSelf = named === undefined || named === own;
  if (own !== null && speaksForSelf && (holds(caller, 'expert', campaignId) || holds(caller, 'chair', campaignId))) {
    return { expertId: own, role: 'expert' };
  }
  if (!holds(caller, 'office', campaignId))
    throw new Problem('not_permitted', { zh: '只能为本人办理。', en: 'You can do this for yourself only.' });
  if (named === undefined || !(await findExpert(db, named))) {
    throw new Problem(
      'body_invalid',
      { zh: '请写明是哪位专家。', en: 'Please say which expert.' },
      { field: 'expertId' },
    );
  }
  return { expertId: named, role: 'office' };
}
