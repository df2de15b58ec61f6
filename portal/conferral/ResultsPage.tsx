import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { answer, api } from '../api/client.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import { OpenPage } from './OpenPage.js';
import type { PublishedTitle } from './queries.js';
import { useDay } from './useDay.js';

interface FormValues {
  readonly number: string;
  readonly name: string;
}

/** `/results`: checks whether a certificate is genuine and valid. */
export function ResultsPage() {
  const t = useLabels(conferral);
  const lookup = useMutation({ mutationFn: (body: FormValues) => answer(api.POST('/api/results', { body })) });
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <OpenPage title={t('results')} lead={t('resultsLead')}>
      <Panel>
        <Form<FormValues> layout="vertical" requiredMark={false} onFinish={(typed) => lookup.mutate(typed)}>
          <Form.Item name="number" label={t('number')} rules={required}>
            <Input maxLength={80} autoComplete="off" />
          </Form.Item>
          <Form.Item name="name" label={t('name')} rules={required}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={lookup.isPending}>
            {t('lookUp')}
          </Button>
        </Form>
      </Panel>
      {lookup.error === null ? null : <Problem error={lookup.error} />}
      {lookup.data === undefined ? null : <Found title={lookup.data} />}
    </OpenPage>
  );
}

function Found({ title }: { readonly title: PublishedTitle }) {
  const t = useLabels(conferral);
  const localize = useLocalized();
  const day = useDay();
  const { number, name, unitName, levelLabel, specialty, committee, conferredOn, revoked } = title;
  return (
    <Panel>
      <div className="stack" role="status">
        <Alert
          showIcon
          type={revoked ? 'error' : 'success'}
          title={revoked ? t('revoked') : t('genuine')}
          description={revoked ? `${day(revoked.on)} · ${revoked.basis}（${revoked.clause}）` : undefined}
        />
        <Facts
          facts={[
            [t('number'), number],
            [t('name'), name, 'chinese'],
            [t('unit'), unitName, 'chinese'],
            [t('level'), localize(levelLabel)],
            [t('specialty'), specialty, 'chinese'],
            [t('committee'), committee, 'chinese'],
            [t('conferredOn'), day(conferredOn)],
          ]}
        />
      </div>
    </Panel>
  );
}
