import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LintFinding } from '../../../rules/policy/lint/lintFinding.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { Findings } from './Findings.js';

interface FormValues {
  readonly policy: string;
  readonly reason: string;
}
type FirstPolicy = components['schemas']['FirstPolicy'];
type Checked = { readonly findings: readonly LintFinding[] } | { readonly fault: string };

/** A policy as JSON with its basis; it is linted before it is created. */
export function NewCampaignForm({ basis }: { readonly basis: object }) {
  const t = useLabels(operator);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form] = Form.useForm<FormValues>();
  const [checked, setChecked] = useState<Checked | null>(null);
  const creating = useMutation({
    mutationFn: ({ policy, reason }: FormValues) =>
      answer(api.POST('/api/campaigns', { body: { reason, policy: JSON.parse(policy) as FirstPolicy } })),
    onSuccess: async ({ title }) => {
      await client.invalidateQueries({ queryKey: ['campaigns'] });
      await navigate('/operator/campaigns', { state: { created: title } });
    },
  });

  async function check() {
    const { lintDraft } = await import('./lintDraft.js');
    const policy = parsed(form.getFieldValue('policy'));
    if ('fault' in policy) return setChecked({ fault: t('notJson', { why: policy.fault }) });
    try {
      setChecked({ findings: lintDraft(policy.value) });
    } catch (error) {
      // The linter needs a complete policy; the API reports missing fields one by one.
      setChecked({ fault: t('notPolicy', { why: String((error as Error).message) }) });
    }
  }

  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      initialValues={{ policy: JSON.stringify({ ...basis, version: 1 }, null, 2) }}
      onFinish={(typed) => creating.mutate(typed)}
      scrollToFirstError
    >
      <Form.Item
        name="policy"
        label={t('policyJson')}
        extra={t('policyJsonMore')}
        className="policyText"
        rules={[
          {
            validator: (_, text: string) => {
              const policy = parsed(text);
              return 'fault' in policy
                ? Promise.reject(new Error(t('notJson', { why: policy.fault })))
                : Promise.resolve();
            },
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input.TextArea rows={22} spellCheck={false} />
      </Form.Item>
      <div className="stack" style={{ marginBlockEnd: 24 }}>
        <div>
          <Button onClick={() => void check()}>{t('check')}</Button>
        </div>
        {checked === null ? null : 'fault' in checked ? (
          <Alert role="alert" type="error" showIcon title={checked.fault} />
        ) : (
          <Findings findings={checked.findings} />
        )}
      </div>
      <Form.Item
        name="reason"
        label={t('basis')}
        extra={t('basisMore')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      {creating.error === null ? null : (
        <div style={{ marginBlockEnd: 16 }}>
          <Problem error={creating.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={creating.isPending}>
        {t('create')}
      </Button>
    </Form>
  );
}

function parsed(text: string): { readonly value: unknown } | { readonly fault: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
