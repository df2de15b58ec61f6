import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../../api/campaigns.js';
import { useLocalized } from '../labelArea.js';
import { choiceLabels } from './dossier.js';

/**
 * A function that labels a code of the form, or one of a campaign (level, track, kind of employer, grade), in the current
 * language. Where no campaign is named, the newest one that has the code says what it means.
 */
export function useChoiceLabel() {
  const localize = useLocalized();
  const { data: campaigns = [], isPending } = useQuery(campaignsQuery);
  // A code is no word for people: until the campaigns are there, nothing stands in its place.
  const unknown = (code: string) => (isPending ? { zh: '', en: '' } : { zh: code, en: code });
  return (code: string, campaignId?: string) => {
    const own = campaigns.filter(({ id }) => id === campaignId);
    const entries = [...own, ...campaigns].flatMap(({ codes, specialties }) => [
      ...codes.levels,
      ...codes.tracks,
      ...codes.employerKinds,
      ...codes.employerRanks,
      ...codes.skillGrades,
      ...codes.exemptionGrounds,
      ...specialties.map(({ code: of, name }) => ({ code: of, zh: name, en: name })),
    ]);
    return localize(entries.find((entry) => entry.code === code) ?? choiceLabels[code] ?? unknown(code));
  };
}
