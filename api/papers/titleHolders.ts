import { monthOfBirth } from '../../documents/paper/application/input.js';
import type { CampaignPaperInput } from '../../documents/paper/campaign/campaignInput.js';
import type { Database } from '../../records/database.js';
import { rosterPage } from '../../records/queue/rosterRows.js';
import { genders } from '../../rules/dossier/choices.js';
import { maskedIdNumber } from '../../rules/dossier/maskedIdentity.js';
import { rosters } from '../../rules/exports/rosters.js';

/** Who holds the titles of a campaign, by application. */
export type TitleHolders = ReadonlyMap<
  string,
  Pick<CampaignPaperInput['titles'][number], 'gender' | 'birth' | 'idNumber'>
>;

const perPage = 200;

/** Sex, month of birth and ID number of everybody who holds a title of a campaign, by their forms; the numbers whole or masked. */
export async function titleHolders(
  db: Database,
  { campaignId, whole }: { readonly campaignId: string; readonly whole: boolean },
): Promise<TitleHolders> {
  const scope = { campaignId, role: 'office', scope: null, statuses: rosters.conferred.statuses } as const;
  const holders = new Map<string, { gender: string; birth: string; idNumber: string }>();
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof rosterPage>> = await rosterPage(db, { ...scope, after, limit: perPage });
    for (const { id, dossier } of page) {
      const { gender, idNumber = '' } = dossier.basicInformation ?? {};
      holders.set(id, {
        gender: gender === undefined ? '' : genders[gender].zh,
        birth: monthOfBirth(idNumber),
        idNumber: whole || idNumber === '' ? idNumber : maskedIdNumber(idNumber),
      });
    }
    after = page.length < perPage ? undefined : page.at(-1)?.number;
  }
  return holders;
}
