import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { MEETING, type MeetingConsole, type MotionLine } from './meetingQueries.js';

interface Props {
  readonly meeting: MeetingConsole;
  readonly motion: MotionLine;
}

/** The office names a member who is not recused to lead a vote nobody may lead, with a reason. */
export function NameLead({ meeting, motion }: Props) {
  const t = useLabels(area);
  const [confirming, setConfirming] = useState(false);
  const close = () => setConfirming(false);
  const names = meeting.members?.filter(({ expertId }) => motion.leading?.nameable.includes(expertId)) ?? [];
  return (
    <>
      <Button size="small" onClick={() => setConfirming(true)}>
        {t('nameLead')}
        <span className="visuallyHidden">：{motion.application.applicantName}</span>
      </Button>
      {confirming ? (
        <FormModal<{ expertId: string; reason: string }, unknown>
          title={t('nameLeadOf', { name: motion.application.applicantName })}
          ok={t('nameLead')}
          invalidates={MEETING}
          send={(body) =>
            answer(
              api.POST('/api/meetings/{id}/motions/{motionId}/actions/{event}', {
                params: { path: { id: meeting.id, motionId: motion.id, event: 'name_lead' } },
                body,
              }),
            )
          }
          onClose={close}
          onDone={close}
        >
          <p>{t('nameLeadMore')}</p>
          <Form.Item name="expertId" label={t('leaderChoice')} rules={[{ required: true, message: t('required') }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={names.map(({ expertId, name }) => ({ value: expertId, label: name }))}
            />
          </Form.Item>
          <RequiredReason label={t('reason')} missing={t('required')} />
        </FormModal>
      ) : null}
    </>
  );
}
