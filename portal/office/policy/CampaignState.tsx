import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { CampaignPhase } from '../../components/CampaignPhase.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

interface Props {
  readonly id: string;
  readonly campaign: ComponentProps<typeof CampaignPhase>;
}

/** Whether a campaign takes applications now, with a link to announcing and closing it. */
export function CampaignState({ id, campaign }: Props) {
  const t = useLabels(office);
  return (
    <>
      <CampaignPhase {...campaign} />
      <Link to={`/office/campaigns/${id}/course`}>{t('progress')}</Link>
    </>
  );
}
