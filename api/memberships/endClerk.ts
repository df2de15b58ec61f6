import type { Database } from '../../records/database.js';
import { removeClerk } from '../../records/memberships/clerks.js';
import { Problem } from '../http/problem.js';

/** Ends a clerk's acting for a unit or department. @throws Problem `not_found`, `second_person_needed` */
export async function endClerk(db: Database, ended: Parameters<typeof removeClerk>[1]): Promise<void> {
  const outcome = await removeClerk(db, ended);
  if (outcome === 'none') throw new Problem('not_found', { zh: '没有这名经办人。', en: 'There is no such clerk.' });
  if (outcome === 'last')
    throw new Problem('second_person_needed', {
      zh: '这是唯一的经办人，请先邀请接替的人。',
      en: 'This is the only clerk; please invite somebody to take over first.',
    });
}
