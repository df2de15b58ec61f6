import { Alert, Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { sectionNames } from '../../rules/dossier/dossier.js';
import { sectionLabels } from '../../rules/dossier/sectionLabels.js';
import { Panel } from '../components/Panel.js';
import { applicant } from '../labels/applicant.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { CareerOffer } from './form/career/CareerOffer.js';
import { usePrefilled } from './form/career/usePrefilled.js';
import { type Opened, OpenForm } from './form/OpenForm.js';
import { progressOf } from './form/progressOf.js';
import { SectionEditor } from './form/SectionEditor.js';
import { SectionNav } from './form/SectionNav.js';
import { BulkUpload } from './form/upload/BulkUpload.js';
import { SectionEvidence } from './form/upload/SectionEvidence.js';
import { useJump } from './form/useJump.js';

/** `/applicant/:id/form?section=&field=`: the form by sections, saved while it is filled in. */
export function FormPage() {
  const t = useLabels(applicant);
  const navigate = useNavigate();
  return (
    <OpenForm
      title={t('form')}
      actions={({ id }) => <Button onClick={() => void navigate(`/applicant/${id}/print`)}>{t('print')}</Button>}
    >
      {(opened) => <Sections {...opened} />}
    </OpenForm>
  );
}

function Sections({ application, documents, form }: Opened) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const prefilled = usePrefilled(application.id, form);
  const current = sectionNames.find((name) => name === query.get('section')) ?? sectionNames[0];
  useJump(current, query.get('field'), form.missing !== null);
  const at = sectionNames.indexOf(current);
  const before = sectionNames[at - 1];
  const after = sectionNames[at + 1];
  const ready = after === undefined || form.missing?.length === 0;
  return (
    <div className="formColumns">
      <SectionNav current={current} progress={progressOf(form)} />
      <div className="stack" id="formSection" tabIndex={-1} style={{ outline: 'none' }}>
        <BulkUpload applicationId={application.id} current={current} onChanged={() => void form.draft.save()} />
        {prefilled ? <Alert type="info" showIcon closable title={t('prefilled')} /> : null}
        <Panel key={current} title={localize(sectionLabels[current])}>
          <CareerOffer key={current} applicationId={application.id} name={current} form={form} />
          <SectionEditor applicationId={application.id} name={current} form={form} />
          <SectionEvidence
            applicationId={application.id}
            name={current}
            documents={documents}
            missing={form.missing ?? []}
            findings={form.findings}
            onChanged={() => void form.draft.save()}
          />
        </Panel>
        <div className="row noPrint" style={{ justifyContent: 'space-between' }}>
          <Button disabled={before === undefined} onClick={() => void navigate(`?section=${before}`)}>
            {t('previous')}
          </Button>
          <span className="row">
            {after === undefined ? null : (
              <Button type={ready ? 'default' : 'primary'} onClick={() => void navigate(`?section=${after}`)}>
                {t('next')}
              </Button>
            )}
            <Button
              type={ready ? 'primary' : 'default'}
              onClick={() => void navigate(`/applicant/${application.id}/checklist`)}
            >
              {t('check')}
            </Button>
          </span>
        </div>
      </div>
    </div>
  );
}
