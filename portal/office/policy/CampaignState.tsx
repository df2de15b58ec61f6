import { Tag } from 'antd';
import { Link } from 'react-router';
import type { CampaignState as State } from '../../../rules/campaign/campaignStates.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

interface Props {
  readonly id: string;
  readonly state: State;
}
const colours = { preparing: 'warning', open: 'success', closed: 'default' } as const;

/** Whether a campaign takes applications, with a link to announcing and closing it. */
export function CampaignState({ id, state }: Props) {
  const t = useLabels(office);
  return (
    <>
      <Tag color={colours[state]}>{t(`campaignState_${state}`)}</Tag>
      <Link to={`/office/campaigns/${id}/course`}>{t('progress')}</Link>
    </>
  );
}
