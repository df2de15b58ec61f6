import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { QueueItem } from '../../api/applications.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { TogetherResults } from './TogetherResults.js';
import { useActTogether } from './useActTogether.js';

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

const timeOf = ({ at, minutes }: FormValues, place: number) =>
  new Date(Date.parse(`${at}:00+08:00`) + place * minutes * 60_000).toISOString();

/** Sets defense dates for several applications, one after the other; each is a separate act and may be refused. */
export function ScheduleTogether({ chosen, hint, onDone }: Props) {
  const t = useLabels(office);
  const tCommon = useLabels(common);
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState<readonly string[]>([]);
  const { busy, outcomes, error, send, forget } = useActTogether('schedule_defense');
  const required = [{ required: true, message: t('required') }];

  async function schedule(typed: FormValues) {
    const planned = chosen.map((_, place) => timeOf(typed, place));
    const place = typed.place?.trim();
    setTimes(planned);
    await send(chosen, (_, index) => ({ at: planned[index], ...(place ? { place } : {}) }));
  }

  function close() {
    setOpen(false);
    if (outcomes.length > 0) onDone();
    forget();
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
            {error === null ? null : <Problem error={error} />}
          </Form>
        ) : (
          <TogetherResults outcomes={outcomes} noteOf={(_, place) => <Instant at={times[place] ?? ''} />} />
        )}
      </Modal>
    </>
  );
}
