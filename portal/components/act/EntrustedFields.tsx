import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useEffect } from 'react';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { dossierQuery } from '../../api/applications.js';
import { now } from '../../api/config.js';
import { acts } from '../../labels/acts.js';
import { useLabels } from '../../labels/labelArea.js';
import { DocumentList } from '../dossier/DocumentList.js';
import { UploadPaper } from '../dossier/UploadPaper.js';
import { type FieldsProps, Reason } from './fields.js';

/** When and to whom the letter that entrusts a review was sent. */
export function Entrustment() {
  const t = useLabels(acts);
  const required = [{ required: true, message: t('required') }];
  const today = localDateOf(now());
  return (
    <>
      <Form.Item name="sentOn" label={t('sentOn')} rules={required} initialValue={today}>
        <Input type="date" max={today} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="sentTo" label={t('sentTo')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="number" label={t('letterNumber')}>
        <Input maxLength={100} />
      </Form.Item>
      <Reason optional />
    </>
  );
}

/** What the other committee decided, with the scan of its decision, which is uploaded at once. */
export function EntrustedResult({ application }: FieldsProps) {
  const t = useLabels(acts);
  const form = Form.useFormInstance();
  const required = [{ required: true, message: t('required') }];
  const today = localDateOf(now());
  const { data: dossier } = useQuery(dossierQuery(application.id));
  const scans = dossier?.documents.filter(({ kind }) => kind === 'entrusted_decision') ?? [];
  const missing = scans.length === 0;
  useEffect(() => {
    if (!missing) form.setFields([{ name: 'decision', errors: [] }]);
  }, [form, missing]);
  return (
    <>
      <Form.Item name="passed" label={t('entrustedOutcome')} rules={required}>
        <Radio.Group
          options={[
            { value: true, label: t('entrustedPassed') },
            { value: false, label: t('entrustedNotPassed') },
          ]}
        />
      </Form.Item>
      <Form.Item name="decidedOn" label={t('decidedOn')} rules={required}>
        <Input type="date" max={today} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="decidedBy" label={t('decidedBy')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="number" label={t('decisionNumber')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="decision"
        label={t('decision')}
        rules={[{ validator: () => (missing ? Promise.reject(new Error(t('decisionFirst'))) : Promise.resolve()) }]}
      >
        <div className="stack" style={{ gap: 12 }}>
          {missing ? null : <DocumentList documents={scans} />}
          <div>
            <UploadPaper application={application} kind="entrusted_decision" again={!missing} />
          </div>
        </div>
      </Form.Item>
      <Reason optional />
    </>
  );
}
