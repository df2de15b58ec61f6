import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { queueQuery } from '../api/queue.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';

interface Props {
  readonly campaignId: string;
  // Set by the form.
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** Selects one application of a campaign by the beginning of the applicant's name. */
export function ApplicantSelect({ campaignId, ...field }: Props) {
  const t = useLabels(committee);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery(queueQuery({ campaign: campaignId, limit: 50, ...(q === '' ? {} : { q }) }));
  return (
    <Select
      {...field}
      allowClear
      placeholder={t('findApplicant')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={(data?.items ?? []).map(({ id, applicantName, unitName }) => ({
        value: id,
        label: `${applicantName} · ${unitName}`,
      }))}
    />
  );
}
