import { Button, Space } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { ReasonField } from '../committee/ReasonField.js';
import { FormModal } from '../components/FormModal.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { MEETING, type MeetingConsole } from './meetingQueries.js';
import { WhenAndWhere } from './WhenAndWhere.js';

interface Moved {
  readonly heldOn?: string;
  readonly begins?: string;
  readonly place?: string;
  readonly reason: string;
}

/** The office gives a meeting another day, hour or place, or calls it off; members are written to either way. */
export function MoveMeeting({ meeting }: { readonly meeting: MeetingConsole }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const [asked, setAsked] = useState<string | null>(null);
  const acts = meeting.actions.filter(({ event, allowed }) => allowed && (event === 'move' || event === 'call_off'));
  const act = acts.find(({ event }) => event === asked);
  const { id, heldOn, begins, place } = meeting;
  const close = () => setAsked(null);
  return (
    <Space wrap>
      {acts.map((one) => (
        <Button key={one.event} danger={one.event === 'call_off'} onClick={() => setAsked(one.event)}>
          {localize(one)}
        </Button>
      ))}
      {act === undefined ? null : (
        <FormModal<Moved, unknown>
          title={localize(act)}
          ok={localize(act)}
          invalidates={MEETING}
          initial={act.event === 'move' ? { heldOn, begins, place } : {}}
          send={(body) =>
            answer(api.POST('/api/meetings/{id}/actions/{event}', { params: { path: { id, event: act.event } }, body }))
          }
          onClose={close}
          onDone={close}
        >
          {act.event === 'move' ? <WhenAndWhere /> : <p>{t('callOffMore')}</p>}
          <ReasonField />
        </FormModal>
      )}
    </Space>
  );
}
