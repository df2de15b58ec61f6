import type { CampaignPhase as Phase } from '../../rules/campaign/campaignPhase.js';
import { useLocalized } from '../labels/labelArea.js';
import { Label } from './Label.js';

interface Props {
  readonly phase: Phase;
  readonly label: { readonly zh: string; readonly en: string };
}

/** What a campaign is called now; it stands out only while applications are taken. */
export function CampaignPhase({ phase, label }: Props) {
  const localize = useLocalized();
  return <Label {...(phase === 'filing' ? {} : { tone: 'over' as const })}>{localize(label)}</Label>;
}
