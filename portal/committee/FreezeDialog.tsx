import { Form, InputNumber } from 'antd';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { committee as area } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import type { LawOfCommittee } from './DrawCard.js';
import { COMMITTEE } from './queries.js';
import { useSpecialtyNames } from './useSpecialtyNames.js';

interface Props {
  readonly campaignId: string;
  readonly committee: LawOfCommittee;
  readonly drawId: string;
  /** of a supplementary draw: the number of empty seats */
  readonly empty?: number | undefined;
  readonly onClose: () => void;
}
interface FormValues {
  readonly size: number;
  readonly quotas?: Readonly<Record<string, number | null | undefined>>;
}

/** Freezes the pool, with the number of members, optionally per specialty. */
export function FreezeDialog({ campaignId, committee, drawId, empty, onClose }: Props) {
  const t = useLabels(area);
  const nameOf = useSpecialtyNames(campaignId);
  const { minimum, odd, specialties } = committee;
  const send = ({ size, quotas = {} }: FormValues) => {
    const given = Object.entries(quotas).flatMap(([code, n]) => (typeof n === 'number' ? [[code, n] as const] : []));
    const body = { size, quotas: given.length === 0 ? null : Object.fromEntries(given) };
    const path = { params: { path: { id: campaignId, drawId } } };
    return answer(api.POST('/api/campaigns/{id}/draws/{drawId}/freeze', { ...path, body }));
  };
  return (
    <FormModal<FormValues, unknown>
      title={t('step2')}
      ok={t('step2')}
      invalidates={COMMITTEE}
      initial={{ size: empty ?? minimum }}
      send={send}
      onClose={onClose}
      onDone={onClose}
    >
      <p>{t('step2More')}</p>
      <Form.Item
        name="size"
        label={t('size')}
        extra={
          empty === undefined
            ? t('sizeMore', { n: minimum, odd: odd ? t('oddToo') : '' })
            : t('supplementSize', { n: empty })
        }
        rules={[{ required: true, message: t('required') }]}
      >
        <InputNumber min={1} max={199} step={odd && empty === undefined ? 2 : 1} precision={0} />
      </Form.Item>
      {empty === undefined ? (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>{t('quotas')}</legend>
          {specialties.map((code) => (
            <Form.Item key={code} name={['quotas', code]} label={<span lang="zh-CN">{nameOf(code)}</span>}>
              <InputNumber min={0} max={199} precision={0} />
            </Form.Item>
          ))}
        </fieldset>
      ) : null}
    </FormModal>
  );
}
