import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { usualEmployerKinds, usualEmployerRanks } from '../../../rules/campaign/codes.js';
import { isCreditCode } from '../../../rules/people/creditCode.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { answer, api } from '../../api/client.js';
import { FormModal } from '../../components/FormModal.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DirectorySelect } from './DirectorySelect.js';
import type { Unit } from './directoryQueries.js';
import { IdAndName } from './IdAndName.js';

interface Props {
  /** the unit to change; absent: a new one */
  readonly unit?: Unit | undefined;
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}
type FormValues = Omit<Unit, 'chainNames' | 'superiorName'>;

/** Adds a unit below existing departments, or changes everything of it but its id. */
export function UnitDialog({ unit, onClose, onDone }: Props) {
  const t = useLabels(operator);
  const localize = useLocalized();
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const ofCampaigns = campaigns.flatMap(({ codes }) => codes.employerKinds);
  const namedRanks = campaigns.flatMap(({ codes }) => codes.employerRanks);
  const ranks = [...new Map([...namedRanks, ...usualEmployerRanks].map((rank) => [rank.code, rank])).values()];
  const kinds = [...new Map([...ofCampaigns, ...usualEmployerKinds].map((kind) => [kind.code, kind])).values()];
  return (
    <FormModal
      title={t(unit ? 'changeUnit' : 'newUnit')}
      ok={t(unit ? 'save' : 'add')}
      invalidates="units"
      initial={
        unit
          ? { ...unit, chain: unit.superiorId ? [] : unit.chain }
          : { chain: [], kind: usualEmployerKinds[0]?.code ?? '' }
      }
      send={({ id: typed, ...values }: FormValues) => {
        // What the form leaves empty is not registered.
        const { rank = null, superiorId = null, ...rest } = values;
        const body = { ...rest, rank, superiorId, chain: superiorId === null ? rest.chain : [] };
        if (unit === undefined) return answer(api.POST('/api/units', { body: { id: typed, ...body } }));
        return answer(api.PUT('/api/units/{id}', { params: { path: { id: unit.id } }, body }));
      }}
      onClose={onClose}
      onDone={({ name }) => onDone(name)}
    >
      <IdAndName given={unit !== undefined} />
      <Form.Item
        name="creditCode"
        label={t('creditCode')}
        normalize={(typed: string) => (typed === '' ? null : typed.toUpperCase())}
        validateTrigger="onBlur"
        rules={[{ validator: async (_, typed?: string | null) => creditCodeFits(typed, t('creditCodeWrong')) }]}
      >
        <Input maxLength={18} autoCapitalize="characters" spellCheck={false} />
      </Form.Item>
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
      <Form.Item name="superiorId" label={t('superior')} extra={t('superiorMore')}>
        <DirectorySelect of="units" />
      </Form.Item>
      <Form.Item name="chain" label={t('chain')} extra={t('chainMore')}>
        <DirectorySelect of="departments" several />
      </Form.Item>
    </FormModal>
  );
}

async function creditCodeFits(typed: string | null | undefined, wrong: string): Promise<void> {
  if (typed && !isCreditCode(typed)) throw new Error(wrong);
}
