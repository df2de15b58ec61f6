import { Form, Input, InputNumber } from 'antd';
import { answer, api } from '../../api/client.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { positions } from '../../labels/positions.js';
import { FormModal } from '../FormModal.js';
import { POSITIONS, type UnitPositions } from './positionQueries.js';

interface Props {
  readonly campaignId: string;
  readonly of: UnitPositions;
  /** whether a reason is asked for: the office states them in place of the unit */
  readonly withReason?: boolean;
  readonly onClose: () => void;
}
interface Numbers {
  readonly approved: number;
  readonly occupied: number;
  readonly reason?: string;
}

/** States a unit's positions of one level: how many are approved, and how many are occupied. */
export function StatePositions({ campaignId, of, withReason = false, onClose }: Props) {
  const t = useLabels(positions);
  const choiceLabel = useChoiceLabel();
  const { unitId, level, approved, occupied } = of;
  const required = [{ required: true, message: t('required') }];
  return (
    <FormModal<Numbers, unknown>
      title={`${t('edit')} · ${choiceLabel(level)}`}
      ok={t('save')}
      invalidates={POSITIONS}
      initial={approved === null || occupied === null ? {} : { approved, occupied }}
      send={(numbers) =>
        answer(
          api.POST('/api/campaigns/{id}/positions', {
            params: { path: { id: campaignId } },
            body: { unitId, level, ...numbers },
          }),
        )
      }
      onClose={onClose}
      onDone={onClose}
    >
      <p className="quiet">{t('ownLead')}</p>
      <Form.Item name="approved" label={t('approved')} rules={required}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="occupied" label={t('occupied')} rules={required}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      {withReason ? (
        <Form.Item name="reason" label={t('reason')} rules={required}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      ) : null}
    </FormModal>
  );
}
