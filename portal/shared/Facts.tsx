import type { Application } from '../api/applications.js';
import { application as area } from '../labels/application.js';
import { choiceLabels } from '../labels/dossier/dossier.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';

/** The application in one line. */
export function Facts({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { profile, submissions, id } = application;
  const word = (value: string) => localize(choiceLabels[value] ?? { zh: value, en: value });
  const { unitName, campaignTitle } = application as { readonly unitName?: string; readonly campaignTitle?: string };
  const facts = [
    campaignTitle,
    unitName,
    `${t('level')} ${word(profile.level)}`,
    `${t('track')} ${word(profile.track)}`,
    `${t('employer')} ${word(profile.employerKind)}`,
    ...(submissions > 0 ? [`${t('submissions')} ${submissions}`] : []),
    `${t('number')} ${id.slice(0, 8)}`,
  ];
  return <>{facts.filter((fact) => fact !== undefined).join(' · ')}</>;
}
