import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { counterSlotsQuery, ORIGINALS } from '../../api/originals.js';
import { SlotTime } from '../../components/deadline/SlotTime.js';
import { Label } from '../../components/Label.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { originalsPlan } from '../../labels/dossier/originalsPlan.js';
import { useLabels } from '../../labels/labelArea.js';
import { useCampaignId } from '../useCampaign.js';
import { PublishForm } from './PublishForm.js';

/** The times at the counter from today on, with how many have booked; the office publishes and cancels them. */
export function SlotsPanel() {
  const t = useLabels(originalsPlan);
  const id = useCampaignId();
  const client = useQueryClient();
  const { data } = useQuery(counterSlotsQuery(id));
  const [publishing, setPublishing] = useState(false);
  const cancelling = useMutation({
    mutationFn: (slotId: string) =>
      answer(api.DELETE('/api/campaigns/{id}/counter-slots/{slotId}', { params: { path: { id, slotId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [ORIGINALS] }),
  });
  const slots = (data ?? []).flatMap((one) => one ?? []);
  return (
    <Panel title={t('slots')} extra={<Button onClick={() => setPublishing(true)}>{t('publish')}</Button>}>
      {data !== undefined && slots.length === 0 ? <p className="quiet">{t('noneOpen')}</p> : null}
      <ul className="lines">
        {slots.map((slot) => (
          <li key={slot.id}>
            <div>
              <SlotTime startsAt={slot.startsAt} endsAt={slot.endsAt} />{' '}
              <span className="quiet">{t('taken', { n: slot.bookings, all: slot.capacity })}</span>
            </div>
            {slot.cancelled ? (
              <Label>{t('off')}</Label>
            ) : (
              <Popconfirm
                title={t('cancelSlot')}
                description={t('cancelSlotSure')}
                okText={t('cancel')}
                onConfirm={() => cancelling.mutate(slot.id)}
              >
                <Button size="small">{t('cancelSlot')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {cancelling.error === null ? null : <Problem error={cancelling.error} />}
      {publishing ? <PublishForm campaignId={id} onClose={() => setPublishing(false)} /> : null}
    </Panel>
  );
}
