import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { documentKinds, sectionNames } from '../../../rules/dossier/dossier.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { dossierQuery, timelineQuery } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { reportedDefectsIn } from '../dossier/defects.js';
import { GrowingTextArea } from '../GrowingTextArea.js';
import { type FieldsProps, Reason } from './fields.js';

/** The defects to correct, item by item. */
export function Defects() {
  const t = useLabels(acts);
  const localize = useLocalized();
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.List name="defects" initialValue={[{}]}>
        {(fields, { add, remove }) => (
          <fieldset className="actList">
            <legend>{t('defects')}</legend>
            <p className="quiet">{t('defectsHint')}</p>
            {fields.map(({ key, name }, index) => (
              <div key={key} className="actListItem">
                <div className="row" style={{ justifyContent: 'space-between' }}>
                  <strong>{t('defect', { n: index + 1 })}</strong>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('removeDefect', { n: index + 1 })}
                    onClick={() => remove(name)}
                  />
                </div>
                <Form.Item name={[name, 'section']} label={t('section')} rules={required}>
                  <Select options={sectionNames.map((value) => ({ value, label: localize(sectionLabels[value]) }))} />
                </Form.Item>
                <Form.Item name={[name, 'field']} label={t('field')} rules={required}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'text']} label={t('defectText')} rules={required}>
                  <GrowingTextArea minRows={2} maxRows={8} maxLength={2000} />
                </Form.Item>
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})}>
              {t('addDefect')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Reason />
    </>
  );
}

/** An answer to each defect. */
export function Resubmission({ application }: FieldsProps) {
  const t = useLabels(acts);
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  const reportedDefects = reportedDefectsIn(data?.events ?? []);
  return application.defects.map((id, index) => {
    const defect = reportedDefects.get(id);
    return (
      <Form.Item
        key={id}
        name={['answers', id]}
        label={t('answerTo', { defect: defect?.text ?? t('defect', { n: index + 1 }) })}
        rules={[{ required: true, message: t('required') }]}
      >
        <GrowingTextArea minRows={2} maxRows={8} maxLength={2000} />
      </Form.Item>
    );
  });
}

/** The number of copies received of each original; uploaded kinds come first. */
export function Originals({ application }: FieldsProps) {
  const t = useLabels(acts);
  const documentLabels = useDocumentLabels();
  const { data } = useQuery(dossierQuery(application.id));
  const uploaded = new Set(data?.documents.map(({ kind }) => kind));
  const kinds = [...documentKinds].sort((a, b) => Number(uploaded.has(b)) - Number(uploaded.has(a)));
  return (
    <fieldset className="actList">
      <legend>{t('originals')}</legend>
      {kinds.map((kind) => (
        <Form.Item
          key={kind}
          name={['copies', kind]}
          label={documentLabels[kind]}
          layout="horizontal"
          colon={false}
          labelCol={{ flex: 'auto' }}
          wrapperCol={{ flex: '96px' }}
          style={{ marginBlockEnd: 8 }}
        >
          <InputNumber min={0} max={9} precision={0} placeholder="0" style={{ width: 88 }} />
        </Form.Item>
      ))}
    </fieldset>
  );
}
