import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { COMMITTEE, recusalRequestsQuery } from '../../committee/queries.js';
import { ReasonField } from '../../committee/ReasonField.js';
import '../../committee/committee.css';
import { Instant } from '../../components/deadline/Instant.js';
import { FormModal } from '../../components/FormModal.js';
import { Label } from '../../components/Label.js';
import { Panel } from '../../components/Panel.js';
import { committee } from '../../labels/committee.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';

/** An applicant asks for the recusal of an expert and reads the office's answer. */
export function RecusalPanel({ applicationId }: { readonly applicationId: string }) {
  const t = useLabels(committee);
  const localize = useLocalized();
  const { data } = useQuery(recusalRequestsQuery(applicationId));
  const [asking, setAsking] = useState(false);
  const path = { params: { path: { id: applicationId } } };
  if (data === undefined) return null;
  const { items, refusal } = data;
  const asked = items.flatMap((one) => one ?? []);
  // What cannot be done any more is not offered; what was asked for stays to be read.
  if (refusal !== null && asked.length === 0) return null;
  return (
    <Panel
      title={t('request')}
      extra={refusal === null ? <Button onClick={() => setAsking(true)}>{t('request')}</Button> : undefined}
    >
      <p className="quiet">
        {refusal === null ? t('requestLead') : localize({ zh: refusal.detail, en: refusal.detailEn })}
      </p>
      <ul className="lines">
        {asked.map(({ named, reason, requestedAt, outcome, decidedReason }) => (
          <li key={requestedAt}>
            <div>
              <strong lang="zh-CN">{named}</strong>{' '}
              <Label>{outcome === null ? t('waiting') : t(`outcome_${outcome}`)}</Label> <Instant at={requestedAt} />
              {[reason, decidedReason ?? ''].filter(Boolean).map((text) => (
                <p key={text} className="writtenText" lang="zh-CN">
                  {text}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {asking ? (
        <FormModal<{ named: string; reason: string }, unknown>
          title={t('request')}
          ok={t('send')}
          invalidates={COMMITTEE}
          send={(body) => answer(api.POST('/api/applications/{id}/recusals', { ...path, body }))}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
        >
          <Form.Item
            name="named"
            label={t('requestedExpert')}
            rules={[{ required: true, whitespace: true, message: t('required') }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <ReasonField />
        </FormModal>
      ) : null}
    </Panel>
  );
}
