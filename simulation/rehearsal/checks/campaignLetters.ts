import type { Environment } from '../environment/environment.js';
import type { Checked } from './checkAll.js';

/**
 * A letter that is not about a rehearsed application: about a step of the campaign, to an expert, or about another
 * application of the same person.
 */
export interface CampaignLetter {
  readonly kind: string;
  readonly key: string;
  readonly state: string;
  readonly messageId: string | null;
}

/** Every letter that is about none of these applications. */
export async function campaignLetters(
  { db }: Pick<Environment, 'db'>,
  run: readonly string[],
): Promise<readonly CampaignLetter[]> {
  const select = { kind: true, key: true, state: true, messageId: true };
  const where = { OR: [{ applicationId: null }, { applicationId: { notIn: [...run] } }] };
  return await db.outbox.findMany({ where, select });
}

/** Each letter was sent and arrived once; a letter to a role that nobody holds is skipped. */
export function campaignLettersArrived(
  letters: readonly CampaignLetter[],
  delivered: ReadonlyMap<string, number>,
): Checked {
  const findings = letters.flatMap(({ kind, key, state, messageId }) => {
    const times = messageId === null ? 0 : (delivered.get(messageId) ?? 0);
    const right = (state === 'sent' && times === 1) || (state === 'skipped' && times === 0);
    return right ? [] : [{ name: kind, id: key, what: `the letter is ${state} and arrived ${times} times` }];
  });
  return { zh: '年度评审与邀请的通知都送达一次', en: "the campaign's letters arrived once", findings };
}
