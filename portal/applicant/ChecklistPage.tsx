import { Alert } from 'antd';
import { Link, useNavigate } from 'react-router';
import { sectionLabels } from '../../rules/dossier/sectionLabels.js';
import { ActionBar } from '../components/application/ActionBar.js';
import { Deadlines } from '../components/deadline/Deadlines.js';
import { BilingualText } from '../components/dossier/BilingualText.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { applicant } from '../labels/applicant.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { type Opened, OpenForm } from './form/OpenForm.js';
import { progressOf } from './form/progressOf.js';
import { useFieldName } from './form/useFieldName.js';
import { submitting } from './mine/submitAction.js';

/** `/applicant/:id/checklist`: lists everything that is missing at once, and submits the form. */
export function ChecklistPage() {
  const t = useLabels(applicant);
  return (
    <OpenForm title={t('checklist')} lead={t('checkLead')}>
      {(opened) => <Checklist {...opened} />}
    </OpenForm>
  );
}

function Checklist({ application, form }: Opened) {
  const t = useLabels(applicant);
  const navigate = useNavigate();
  const act = submitting(application);
  const others = application.actions.map(({ event }) => event).filter((event) => event !== act?.event);
  return (
    <div className="twoColumns">
      <Panel
        title={form.missing?.length === 0 && Object.keys(form.errors).length === 0 ? t('ready') : <Count form={form} />}
      >
        <Missing id={application.id} form={form} />
      </Panel>
      <Panel title={t('nextAct')}>
        <div className="stack" style={{ gap: 16 }}>
          <Deadlines application={application} />
          <ActionBar
            application={application}
            except={others}
            onDone={() => void navigate(`/applicant/${application.id}`)}
          />
          <Link to={`/applicant/${application.id}/form`}>{t('backToForm')}</Link>
        </div>
      </Panel>
    </div>
  );
}

function Count({ form: { missing, errors } }: Pick<Opened, 'form'>) {
  const t = useLabels(applicant);
  const wrong = Object.keys(errors).length;
  if (missing === null) return null;
  return (
    <>
      {t('missingAll', { n: missing.length })}
      {wrong === 0 ? null : ` ${t('wrongAll', { n: wrong })}`}
    </>
  );
}

function Missing({ id, form }: { readonly id: string } & Pick<Opened, 'form'>) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const mark = useMarks();
  const fieldName = useFieldName();
  const { missing, errors } = form;
  if (missing === null) return <Loading rows={4} />;
  const groups = progressOf(form).filter(({ missing: n, wrong }) => n !== 0 || wrong > 0);
  if (groups.length === 0) return <Alert type="success" showIcon title={t('nothingMissing')} />;
  const to = (section: string, field: string) => `/applicant/${id}/form?section=${section}&field=${field}`;
  return groups.map(({ name }) => (
    <section key={name} className="checkGroup">
      <h3>{localize(sectionLabels[name])}</h3>
      <ul>
        {Object.entries(errors)
          .filter(([path]) => path.startsWith(`${name}.`))
          .map(([path, labels]) => {
            const field = path.slice(name.length + 1);
            const message = localize(labels);
            return (
              <li key={path}>
                <span className="fieldError">
                  {fieldName(name, field)}
                  {mark.colon}
                  {message}
                </span>
                <Link to={to(name, field)} aria-label={t('goToNamed', { name: message })}>
                  {t('goTo')}
                </Link>
              </li>
            );
          })}
        {missing
          .filter(({ section }) => section === name)
          .map(({ field, message, messageEn = message, clause }) => (
            <li key={`${field} ${message}`}>
              <span>
                <BilingualText zh={message} en={messageEn} />{' '}
                <span className="quiet" lang="zh-CN">
                  {clause}
                </span>
              </span>
              <Link
                to={to(name, field)}
                aria-label={t('goToNamed', { name: localize({ zh: message, en: messageEn }) })}
              >
                {t('goTo')}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  ));
}
