import { useQuery } from '@tanstack/react-query';
import type { Application } from '../../api/applications.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { mine } from '../../labels/mine.js';

/** The application in one line: unit, level, track, specialty, number. */
export function Purpose({ application }: { readonly application: Application }) {
  const t = useLabels(mine);
  const choiceLabel = useChoiceLabel();
  const { number, campaignId, unitName, profile } = application;
  const campaign = useQuery(campaignsQuery).data?.find((one) => one.id === campaignId);
  const specialty = campaign?.specialties.find(({ code }) => code === profile.specialty)?.name ?? profile.specialty;
  const facts = [
    unitName,
    choiceLabel(profile.level, campaignId),
    choiceLabel(profile.track, campaignId),
    specialty,
    `${t('number')} ${number}`,
  ];
  return <>{facts.join(' · ')}</>;
}
