import type { Checked } from '../checks.js';
import type { Stage } from '../stage.js';

/** A letter about a step of the campaign, to everybody who holds a role. */
export interface CampaignLetter {
  readonly id: bigint;
  readonly role: string;
  readonly seq: number;
  readonly state: string;
}

/** Every letter the campaign wrote. */
export async function campaignLetters({ db }: Pick<Stage, 'db'>): Promise<readonly CampaignLetter[]> {
  return await db.campaignLetter.findMany({ select: { id: true, role: true, seq: true, state: true } });
}

/** Each went out and arrived once; one for a role that nobody holds is passed over. */
export function campaignLettersArrived(
  letters: readonly CampaignLetter[],
  delivered: ReadonlyMap<string, number>,
): Checked {
  const findings = letters.flatMap(({ id, role, seq, state }) => {
    const arrived = [...delivered].filter(([messageId]) => messageId.endsWith(`.${seq}.${role}.${id}@pingshen>`));
    const times = arrived.reduce((sum, [, count]) => sum + count, 0);
    const right = (state === 'sent' && times === 1) || (state === 'skipped' && times === 0);
    const what = `letter ${id} (${seq}, ${role}) is ${state} and arrived ${times} times`;
    return right ? [] : [{ name: 'campaign', id: String(id), what }];
  });
  return { zh: '年度评审的通知都送达一次', en: "the campaign's letters arrived once", findings };
}
