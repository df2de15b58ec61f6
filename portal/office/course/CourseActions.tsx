import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Told } from '../../pieces/dossier/Told.js';
import { Problem } from '../../pieces/Problem.js';
import { useSay, useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { course as area } from '../../words/course.js';
import type { Course } from './courseQueries.js';
import { useCampaignAct } from './useCampaignAct.js';

type Action = Course['actions'][number];
interface Props {
  readonly campaignId: string;
  readonly course: Course;
}

/** What the office may do with a campaign now; for what it may not, why. */
export function CourseActions({ campaignId, course }: Props) {
  const t = useWords(area);
  const say = useSay();
  const [asked, setAsked] = useState<Action | null>(null);
  if (course.actions.length === 0) return null;
  return (
    <>
      <ul className="courseActions">
        {course.actions.map((action) => (
          <li key={action.event}>
            <Button
              type={action.event === 'close' ? 'default' : 'primary'}
              danger={action.event === 'close'}
              disabled={!action.allowed}
              onClick={() => setAsked(action)}
            >
              {say(action.words)}
            </Button>
            {action.refusal ? (
              <span className="quiet">
                <Told zh={action.refusal.detail} en={action.refusal.detailEn} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asked ? (
        <Confirm
          campaignId={campaignId}
          seq={course.seq}
          action={asked}
          title={say(asked.words)}
          consequence={t(consequenceOf(asked.event))}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

function consequenceOf(event: Action['event']) {
  if (event === 'file_plan' || event === 'announce' || event === 'file_results') return `consequence_${event}` as const;
  return 'consequence_close';
}

function Confirm({
  campaignId,
  seq,
  action,
  title,
  consequence,
  onClose,
}: {
  readonly campaignId: string;
  readonly seq: number;
  readonly action: Action;
  readonly title: string;
  readonly consequence: string;
  readonly onClose: () => void;
}) {
  const t = useWords(area);
  const words = useWords(common);
  const [reason, setReason] = useState('');
  const act = useCampaignAct(campaignId);
  const send = () =>
    act.mutate(
      { event: action.event, seq, body: reason.trim() === '' ? {} : { reason: reason.trim() } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={words('cancel')}
      mask={{ closable: false }}
      onCancel={onClose}
      okButtonProps={{
        loading: act.isPending,
        htmlType: 'submit',
        form: 'campaignAct',
        danger: action.event === 'close',
      }}
    >
      <Form id="campaignAct" layout="vertical" onFinish={send}>
        <Alert type="warning" showIcon title={consequence} style={{ marginBlockEnd: 12 }} />
        <Form.Item label={t('reason')} htmlFor="campaignReason" extra={t('reasonMore')}>
          <Input.TextArea
            id="campaignReason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {act.error === null ? null : <Problem error={act.error} />}
      </Form>
    </Modal>
  );
}
