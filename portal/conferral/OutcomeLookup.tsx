import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { answer, api } from '../api/client.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import { useDay } from './useDay.js';

interface FormValues {
  readonly objectionId: string;
  readonly receipt: string;
}

/** Looks up the outcome of an objection by its receipt. */
export function OutcomeLookup({ noticeId }: { readonly noticeId: string }) {
  const t = useLabels(conferral);
  const day = useDay();
  const lookup = useMutation({
    mutationFn: ({ objectionId, receipt }: FormValues) => {
      const path = { id: noticeId, objectionId: objectionId.trim() };
      const params = { path, header: { 'objection-receipt': receipt.trim() } };
      return answer(api.GET('/api/notices/{id}/objections/{objectionId}', { params }));
    },
  });
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const { data } = lookup;
  return (
    <Panel title={t('lookUpOutcome')}>
      <Form<FormValues> layout="vertical" requiredMark={false} onFinish={(typed) => lookup.mutate(typed)}>
        <Form.Item name="objectionId" label={t('objectionNumber')} rules={required}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item name="receipt" label={t('receipt')} rules={required}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" loading={lookup.isPending}>
          {t('ask')}
        </Button>
      </Form>
      {lookup.error === null ? null : <Problem error={lookup.error} />}
      {data === undefined ? null : (
        <div role="status" style={{ marginBlockStart: 16 }}>
          <Facts
            facts={[
              [t('raisedAt'), data.raisedAt === null ? '—' : day(data.raisedAt)],
              [t('state'), data.outcome === null ? t('stillOpen') : t(`outcome_${data.outcome}`)],
              ...(data.resolution === null ? [] : ([[t('resolution'), data.resolution, 'chinese']] as const)),
            ]}
          />
        </div>
      )}
    </Panel>
  );
}
