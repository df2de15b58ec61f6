import type { Checked } from '../checks.js';
import type { Stage } from '../stage.js';

/** A letter about no application: about a step of the campaign, or to an expert about their place. */
export interface CampaignLetter {
  readonly kind: 'campaign' | 'invitation';
  readonly campaignId: string;
  readonly id: bigint;
  readonly state: string;
}

/** Every letter that is about no application. */
export async function campaignLetters({ db }: Pick<Stage, 'db'>): Promise<readonly CampaignLetter[]> {
  const select = { id: true, campaignId: true, state: true };
  const steps = await db.campaignLetter.findMany({ select });
  const places = await db.invitationLetter.findMany({ select });
  return [
    ...steps.map((row) => ({ ...row, kind: 'campaign' as const })),
    ...places.map((row) => ({ ...row, kind: 'invitation' as const })),
  ];
}

/** Each went out and arrived once; one for a role that nobody holds is passed over. */
export function campaignLettersArrived(
  letters: readonly CampaignLetter[],
  delivered: ReadonlyMap<string, number>,
): Checked {
  const findings = letters.flatMap(({ kind, campaignId, id, state }) => {
    // Its Message-ID begins and ends so; what is between says what it is about.
    const [begin, end] = [`<${kind}-${campaignId}.`, `.${id}@pingshen>`];
    const arrived = [...delivered].filter(([messageId]) => messageId.startsWith(begin) && messageId.endsWith(end));
    const times = arrived.reduce((sum, [, count]) => sum + count, 0);
    const right = (state === 'sent' && times === 1) || (state === 'skipped' && times === 0);
    return right ? [] : [{ name: kind, id: String(id), what: `the letter is ${state} and arrived ${times} times` }];
  });
  return { zh: '年度评审与邀请的通知都送达一次', en: "the campaign's letters arrived once", findings };
}
