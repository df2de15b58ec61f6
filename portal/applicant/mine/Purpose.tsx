import { useQuery } from '@tanstack/react-query';
import type { Application } from '../../api/applications.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { useSay, useWords } from '../../words/area.js';
import { choiceWords } from '../../words/dossier/dossier.js';
import { mine } from '../../words/mine.js';

/** What I apply for, in one line: unit, level, track, specialty, number. */
export function Purpose({ application }: { readonly application: Application }) {
  const t = useWords(mine);
  const say = useSay();
  const { id, campaignId, unitName, profile } = application;
  const campaign = useQuery(campaignsQuery).data?.find((one) => one.id === campaignId);
  const specialty = campaign?.specialties.find(({ code }) => code === profile.specialty)?.name ?? profile.specialty;
  const word = (value: string) => say(choiceWords[value] ?? { zh: value, en: value });
  const facts = [unitName, word(profile.level), word(profile.track), specialty, `${t('number')} ${id.slice(0, 8)}`];
  return <>{facts.join(' · ')}</>;
}
