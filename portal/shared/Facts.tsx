import type { Application } from '../api/applications.js';
import { application as area } from '../labels/application.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';

/** The application in one line. */
export function Facts({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  const choiceLabel = useChoiceLabel();
  const { profile, submissions, number, campaignId } = application;
  const { unitName, campaignTitle, round } = application as Partial<Application>;
  const localize = useLocalized();
  const facts = [
    campaignTitle,
    ...(round ? [localize(round)] : []),
    unitName,
    `${t('level')} ${choiceLabel(profile.level, campaignId)}`,
    `${t('track')} ${choiceLabel(profile.track, campaignId)}`,
    `${t('employer')} ${choiceLabel(profile.employerKind, campaignId)}`,
    ...(profile.employerRank === undefined ? [] : [choiceLabel(profile.employerRank, campaignId)]),
    ...(submissions > 0 ? [`${t('submissions')} ${submissions}`] : []),
    `${t('number')} ${number}`,
  ];
  return <>{facts.filter((fact) => fact !== undefined).join(' · ')}</>;
}
