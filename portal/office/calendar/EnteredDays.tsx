import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select, Tag } from 'antd';
import { enteredDayKinds } from '../../../rules/calendar/enteredDays.js';
import { regionCodes } from '../../../rules/calendar/overlays/regions.js';
import { answer, api } from '../../api/client.js';
import { meQuery } from '../../api/me.js';
import type { paths } from '../../api/schema.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { calendar } from '../../labels/campaigns/calendar.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

type NewDay = paths['/api/calendar-days']['post']['requestBody']['content']['application/json'];

const daysQuery = queryOptions({
  queryKey: ['calendar-days'],
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/calendar-days', { signal }))).items.flatMap((one) => one ?? []),
});
const colours = { proposed: 'warning', confirmed: 'success', withdrawn: 'default' } as const;

/** Days just announced that the product does not know yet: one person enters a day, another confirms it. */
export function EnteredDays({ region }: { readonly region: string }) {
  const t = useLabels(calendar);
  const labels = useLabels(office);
  const client = useQueryClient();
  const { data: days = [] } = useQuery(daysQuery);
  const { data: me } = useQuery(meQuery);
  const [form] = Form.useForm<NewDay>();
  // A confirmed day is news for every campaign under way.
  const onSuccess = () => client.invalidateQueries();
  const enter = useMutation({
    mutationFn: (body: NewDay) => answer(api.POST('/api/calendar-days', { body })),
    onSuccess: async () => {
      form.resetFields();
      await onSuccess();
    },
  });
  const decide = useMutation({
    mutationFn: ({ dayId, act }: { readonly dayId: string; readonly act: 'confirm' | 'withdraw' }) =>
      answer(api.POST(`/api/calendar-days/{dayId}/${act}`, { params: { path: { dayId } } })),
    onSuccess,
  });
  const error = enter.error ?? decide.error;
  const needed = [{ required: true, message: labels('required') }];
  return (
    <Panel title={t('entered')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('enteredMore')}
      </p>
      <ul className="plainList">
        {days.map(({ id, date, region: of, kind, name, source, official, state, proposedBy }) => (
          <li key={id}>
            <span className="numbers">{date}</span> <span lang="zh-CN">{name}</span> {t(`entered_${kind}`)}{' '}
            {labels(`region_${of}`)} {official ? null : t('expected')}{' '}
            <span className="quiet" lang="zh-CN">
              {source}
            </span>{' '}
            <Tag color={colours[state]}>{t(`enteredState_${state}`)}</Tag>
            {state === 'proposed' ? (
              <>
                {proposedBy === me?.personId ? null : (
                  <Button
                    size="small"
                    type="primary"
                    aria-label={labels('confirmOne', { name: date })}
                    onClick={() => decide.mutate({ dayId: id, act: 'confirm' })}
                  >
                    {labels('confirm')}
                  </Button>
                )}{' '}
                <Button
                  size="small"
                  aria-label={t('withdrawDay', { date })}
                  onClick={() => decide.mutate({ dayId: id, act: 'withdraw' })}
                >
                  {t('withdraw')}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <Form<NewDay>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ region, kind: 'holiday', official: true }}
        onFinish={(day) => enter.mutate(day)}
        style={{ maxWidth: 560, marginBlockStart: 16 }}
      >
        <Form.Item name="date" label={labels('date')} rules={needed}>
          <Input type="date" style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="kind" label={t('whatDay')}>
          <Radio.Group options={enteredDayKinds.map((kind) => ({ value: kind, label: t(`entered_${kind}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('dayName')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="region" label={labels('region')}>
          <Select options={regionCodes.map((code) => ({ value: code, label: labels(`region_${code}`) }))} />
        </Form.Item>
        <Form.Item name="source" label={t('announcedIn')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="official" valuePropName="checked">
          <Checkbox>{t('isOfficial')}</Checkbox>
        </Form.Item>
        {error === null ? null : <Problem error={error} />}
        <Button htmlType="submit" loading={enter.isPending}>
          {t('enterDay')}
        </Button>
      </Form>
    </Panel>
  );
}
