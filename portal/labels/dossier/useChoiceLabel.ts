import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../../api/campaigns.js';
import { useLocalized } from '../labelArea.js';
import { choiceLabels } from './dossier.js';

/**
 * A function that labels a code of the form, or one of a campaign (level, track, kind of employer, grade), in the current
 * language. Without a campaign the newest one that has the code names it.
 */
export function useChoiceLabel(campaignId?: string) {
  const localize = useLocalized();
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const entries = campaigns
    .filter(({ id }) => campaignId === undefined || id === campaignId)
    .flatMap(({ codes }) => [...codes.levels, ...codes.tracks, ...codes.employerKinds, ...codes.skillGrades]);
  return (code: string) =>
    localize(entries.find((entry) => entry.code === code) ?? choiceLabels[code] ?? { zh: code, en: code });
}
