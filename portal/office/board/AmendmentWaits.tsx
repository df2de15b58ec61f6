import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { meQuery } from '../../api/me.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { amendmentsQuery } from '../policy/amendmentQueries.js';

/** Tells that an amendment somebody else has proposed waits for one's approval; nothing otherwise. */
export function AmendmentWaits({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(office);
  const { data: me } = useQuery(meQuery);
  const { data } = useQuery(amendmentsQuery(campaignId));
  const waiting = data?.items.find((one) => one?.state === 'proposed' && one.proposedBy !== me?.personId);
  if (!waiting || !me) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('amendmentToApprove')}
      description={waiting.reason}
      action={<Link to={`/office/campaigns/${campaignId}/policy#amendments`}>{t('lookAt')}</Link>}
    />
  );
}
