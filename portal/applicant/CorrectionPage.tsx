import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useNavigate } from 'react-router';
import { timelineQuery } from '../api/applications.js';
import { ActionBar } from '../components/application/ActionBar.js';
import { Deadlines } from '../components/deadline/Deadlines.js';
import { reportedDefectsIn } from '../components/dossier/defects.js';
import { Panel } from '../components/Panel.js';
import { applicant } from '../labels/applicant.js';
import { useLabels } from '../labels/labelArea.js';
import { DefectPanel, isSection, type ReportedDefect } from './correction/DefectPanel.js';
import { useAnswers } from './correction/useAnswers.js';
import { type Opened, OpenForm } from './form/OpenForm.js';
import { submitting } from './mine/submitAction.js';

/**
 * `/applicant/:id/correction`: each defect beside the submitted form, corrected and answered in place, then
 * resubmitted.
 */
export function CorrectionPage() {
  const t = useLabels(applicant);
  return <OpenForm title={t('correction')}>{(opened) => <Correction opened={opened} />}</OpenForm>;
}

function Correction({ opened }: { readonly opened: Opened }) {
  const t = useLabels(applicant);
  const navigate = useNavigate();
  const { application, form } = opened;
  const act = submitting(application);
  const { answers, change } = useAnswers(application.id, act?.event ?? 'resubmit');
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  const reportedDefects = reportedDefectsIn(data?.events ?? []);
  const defects: readonly ReportedDefect[] = application.defects.flatMap((id, index) => {
    const defect = reportedDefects.get(id);
    return defect === undefined ? [] : [{ ...defect, n: index + 1 }];
  });
  if (application.defects.length === 0) return <Alert type="info" showIcon title={t('noDefects')} />;
  const sections = [...new Set(defects.map(({ section }) => section))].filter(isSection);
  const answered = defects.filter(({ id }) => (answers[id] ?? '').trim() !== '').length;
  const missing = form.missing?.length ?? 0;
  const others = application.actions.map(({ event }) => event).filter((event) => event !== act?.event);
  return (
    <div className="stack">
      <Alert
        type="warning"
        showIcon
        title={t('defectsN', { n: application.defects.length })}
        description={<Deadlines application={application} />}
      />
      {sections.map((name) => (
        <DefectPanel
          key={name}
          opened={opened}
          name={name}
          defects={defects.filter(({ section }) => section === name)}
          answers={answers}
          onAnswer={change}
        />
      ))}
      <Panel title={t('nextAct')}>
        <div className="stack" style={{ gap: 12 }}>
          <span role="status">{t('answered', { n: answered, all: defects.length })}</span>
          {missing === 0 ? null : (
            <Link to={`/applicant/${application.id}/checklist`}>{t('missingAll', { n: missing })}</Link>
          )}
          <ActionBar
            application={application}
            except={others}
            onDone={() => void navigate(`/applicant/${application.id}`)}
          />
          <Link to={`/applicant/${application.id}/form`}>{t('otherSections')}</Link>
        </div>
      </Panel>
    </div>
  );
}
