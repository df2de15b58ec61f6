import { Button, Form } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { committee as area } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { COMMITTEE, type Committee } from './queries.js';

interface Props {
  readonly campaignId: string;
  readonly committee: Committee;
  readonly member: Committee['members'][number];
}

/**
 * The office appoints a member as deputy; a reason is required when there is a deputy already or a meeting is convened.
 */
export function DeputyChoice({ campaignId, committee, member }: Props) {
  const t = useLabels(area);
  const [confirming, setConfirming] = useState(false);
  const close = () => setConfirming(false);
  const changes = committee.members.some(({ isDeputy }) => isDeputy);
  return (
    <>
      <Button size="small" onClick={() => setConfirming(true)}>
        {t('makeDeputy')}
        <span className="visuallyHidden">：{member.name}</span>
      </Button>
      {confirming ? (
        <FormModal<{ reason?: string }, unknown>
          title={t('confirmMakeDeputy', { name: member.name })}
          ok={t('makeDeputy')}
          invalidates={COMMITTEE}
          send={({ reason }) =>
            answer(
              api.PUT('/api/campaigns/{id}/committees/{committee}/deputy', {
                params: { path: { id: campaignId, committee: committee.code } },
                body: { expertId: member.expertId, ...(reason ? { reason } : {}) },
              }),
            )
          }
          onClose={close}
          onDone={close}
        >
          <p>{t('deputyMore')}</p>
          <Form.Item
            name="reason"
            label={t('reason')}
            extra={t('deputyReason')}
            rules={changes ? [{ required: true, whitespace: true, message: t('required') }] : []}
          >
            <GrowingTextArea minRows={2} maxRows={6} maxLength={500} />
          </Form.Item>
        </FormModal>
      ) : null}
    </>
  );
}
