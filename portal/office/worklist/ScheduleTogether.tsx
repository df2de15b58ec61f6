import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { sendAct } from '../../api/act.js';
import { applicationQuery, type QueueItem } from '../../api/applications.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

interface Props {
  readonly chosen: readonly QueueItem[];
  /** the policy's notice period */
  readonly hint: string;
  readonly onDone: () => void;
}
interface FormValues {
  readonly at: string;
  readonly minutes: number;
  readonly place?: string;
}
interface Outcome {
  readonly item: QueueItem;
  readonly at: string;
  readonly error: unknown;
}

const timeOf = ({ at, minutes }: FormValues, place: number) =>
  new Date(Date.parse(`${at}:00+08:00`) + place * minutes * 60_000).toISOString();

/** Sets defense dates for several applications, one after the other; each is a separate act and may be refused. */
export function ScheduleTogether({ chosen, hint, onDone }: Props) {
  const t = useLabels(office);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const failed = outcomes.filter(({ error }) => error !== null);
  const required = [{ required: true, message: t('required') }];

  async function schedule(typed: FormValues) {
    setBusy(true);
    const all: Outcome[] = [];
    for (const [index, item] of chosen.entries()) {
      const at = timeOf(typed, index);
      const place = typed.place?.trim();
      let error: unknown = null;
      try {
        const { actions, seq } = await client.fetchQuery(applicationQuery(item.id));
        const action = actions.find(({ takes }) => takes === 'appointment');
        const body = { at, ...(place ? { place } : {}) };
        const act = { id: item.id, event: action?.event ?? 'schedule_defense', as: action?.as ?? null, seq };
        await sendAct({ ...act, key: crypto.randomUUID(), body });
      } catch (thrown) {
        error = thrown;
      }
      all.push({ item, at, error });
      setOutcomes([...all]);
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: ['queue'] });
    void client.invalidateQueries({ queryKey: ['application'] });
  }

  function close() {
    setOpen(false);
    if (outcomes.length > 0) onDone();
    setOutcomes([]);
  }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('scheduleTogether')}
      </Button>
      <Modal
        open={open}
        title={t('scheduleTogether')}
        onCancel={close}
        mask={{ closable: false }}
        okText={outcomes.length === 0 ? t('scheduleAll', { n: chosen.length }) : tCommon('close')}
        okButtonProps={{
          loading: busy,
          ...(outcomes.length === 0 ? { htmlType: 'submit', form: 'together' } : { onClick: close }),
        }}
        cancelText={tCommon('cancel')}
        cancelButtonProps={{ hidden: outcomes.length > 0 }}
      >
        {outcomes.length === 0 ? (
          <Form<FormValues> id="together" layout="vertical" initialValues={{ minutes: 20 }} onFinish={schedule}>
            <Form.Item name="at" label={t('firstAt')} rules={required} extra={hint}>
              <Input type="datetime-local" style={{ width: 260 }} />
            </Form.Item>
            <Form.Item name="minutes" label={t('minutesEach')} rules={required}>
              <InputNumber min={0} max={480} precision={0} />
            </Form.Item>
            <Form.Item name="place" label={t('place_')}>
              <Input maxLength={200} />
            </Form.Item>
          </Form>
        ) : (
          <div role="status">
            <p>{t('results', { done: outcomes.length - failed.length, failed: failed.length })}</p>
            <ul className="plainList">
              {outcomes.map(({ item, at, error }) => (
                <li key={item.id}>
                  <span lang="zh-CN">{item.applicantName}</span> <Instant at={at} />
                  {error === null ? null : <Problem error={error} />}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Modal>
    </>
  );
}
