import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { campaignsQuery } from '../../api/campaigns.js';
import { useBinding } from '../../app/binding.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

/** Selects the campaign of a page, for an office with several. */
export function CampaignChoice({ id }: { readonly id: string }) {
  const t = useLabels(office);
  const [parameters, setParameters] = useSearchParams();
  const bound = useBinding()?.scope;
  const { data = [] } = useQuery(campaignsQuery);
  if (bound || data.length < 2) return null;
  return (
    <Select
      aria-label={t('campaigns')}
      value={id}
      style={{ minWidth: 260, maxWidth: '100%' }}
      onChange={(campaign) => {
        const next = new URLSearchParams(parameters);
        next.set('campaign', campaign);
        setParameters(next, { replace: true });
      }}
      options={data.map((one) => ({ value: one.id, label: one.title }))}
    />
  );
}
