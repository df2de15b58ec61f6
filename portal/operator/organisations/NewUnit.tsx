import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { usualEmployerKinds, usualEmployerRanks } from '../../../rules/campaign/codes.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectorySelect } from './DirectorySelect.js';
import type { Unit } from './directoryQueries.js';
import { IdAndName } from './IdAndName.js';

interface Props {
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}
type FormValues = Omit<Unit, 'chainNames'>;

/** Adds a unit below existing departments. */
export function NewUnit({ onClose, onDone }: Props) {
  const t = useLabels(operator);
  const localize = useLocalized();
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const ofCampaigns = campaigns.flatMap(({ codes }) => codes.employerKinds);
  const namedRanks = campaigns.flatMap(({ codes }) => codes.employerRanks);
  const ranks = [...new Map([...namedRanks, ...usualEmployerRanks].map((rank) => [rank.code, rank])).values()];
  const kinds = [...new Map([...ofCampaigns, ...usualEmployerKinds].map((kind) => [kind.code, kind])).values()];
  return (
    <FormModal
      title={t('newUnit')}
      ok={t('add')}
      invalidates="units"
      initial={{ chain: [], kind: usualEmployerKinds[0]?.code } as Partial<FormValues>}
      send={(body: FormValues) => answer(api.POST('/api/units', { body }))}
      onClose={onClose}
      onDone={({ name }) => onDone(name)}
    >
      <IdAndName />
      <Form.Item name="kind" label={t('kind')} rules={[{ required: true, message: t('required') }]}>
        <Select options={kinds.map((kind) => ({ value: kind.code, label: localize(kind) }))} />
      </Form.Item>
      <Form.Item name="rank" label={t('rank')} extra={t('rankMore')}>
        <Select allowClear options={ranks.map((rank) => ({ value: rank.code, label: localize(rank) }))} />
      </Form.Item>
      <Form.Item
        name="region"
        label={t('unitRegion')}
        extra={t('unitRegionMore')}
        normalize={(typed: string) => (typed === '' ? null : typed)}
        validateTrigger="onBlur"
        rules={[{ pattern: /^[1-9]\d{5}$/, message: t('unitRegionWrong') }]}
      >
        <Input maxLength={6} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="chain" label={t('chain')} extra={t('chainMore')}>
        <DirectorySelect of="departments" several />
      </Form.Item>
    </FormModal>
  );
}
