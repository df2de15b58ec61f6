import type { Application } from '../api/applications.js';
import { application as area } from '../words/application.js';
import { useSay, useWords } from '../words/area.js';
import { choiceWords } from '../words/dossier/dossier.js';

/** What an application is for, in one line. */
export function Facts({ application }: { readonly application: Application }) {
  const t = useWords(area);
  const say = useSay();
  const { profile, submissions, id } = application;
  const word = (value: string) => say(choiceWords[value] ?? { zh: value, en: value });
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
