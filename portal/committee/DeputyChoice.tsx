import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { FormModal } from '../pieces/FormModal.js';
import { useWords } from '../words/area.js';
import { committee as words } from '../words/committee.js';
import { COMMITTEE, type Committee } from './queries.js';

interface Props {
  readonly campaignId: string;
  readonly committee: Committee;
  readonly member: Committee['members'][number];
}

/** The office makes a member the deputy; why, where there is one already or a meeting has been convened. */
export function DeputyChoice({ campaignId, committee, member }: Props) {
  const t = useWords(words);
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);
  const changes = committee.members.some(({ isDeputy }) => isDeputy);
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        {t('makeDeputy')}
        <span className="visuallyHidden">：{member.name}</span>
      </Button>
      {asked ? (
        <FormModal<{ reason?: string }, unknown>
          title={t('makeDeputyAsk', { name: member.name })}
          ok={t('makeDeputy')}
          touches={COMMITTEE}
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
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Form.Item>
        </FormModal>
      ) : null}
    </>
  );
}
