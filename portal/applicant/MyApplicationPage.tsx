import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { type Application, applicationQuery } from '../api/applications.js';
import { PapersPanel } from '../components/application/PapersPanel.js';
import { StatusPanel } from '../components/application/StatusPanel.js';
import { Page } from '../components/Page.js';
import { WithProgress } from '../components/WithProgress.js';
import { CertificatePanel } from '../conferral/CertificatePanel.js';
import { ReexaminationPanel } from '../conferral/ReexaminationPanel.js';
import { applicant } from '../labels/applicant.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { Dossier } from '../shared/Dossier.js';
import { Turn } from './mine/ApplicationCard.js';
import { AveragesPanel } from './mine/AveragesPanel.js';
import { FeePanel } from './mine/FeePanel.js';
import { LettersPanel } from './mine/LettersPanel.js';
import { OriginalsPanel } from './mine/OriginalsPanel.js';
import { Purpose } from './mine/Purpose.js';
import { RecusalPanel } from './mine/RecusalPanel.js';
import { submitting, workPage } from './mine/submitAction.js';

/** `/applicant/:id`: the status of my application, the next step with its deadline and reason, and all details. */
export function MyApplicationPage() {
  const { id = '' } = useParams();
  const t = useLabels(applicant);
  const navigate = useNavigate();
  const query = useQuery(applicationQuery(id));
  const application = query.data;
  return (
    <Page
      title={application?.campaignTitle ?? t('mine')}
      breadcrumbs={[{ title: t('mine'), to: '/applicant' }]}
      query={query}
      lead={application && <Purpose application={application} />}
      actions={<Button onClick={() => void navigate(`/applicant/${id}/print`)}>{t('print')}</Button>}
    >
      {application === undefined ? null : (
        <WithProgress application={application}>
          <StatusSummary application={application} />
          <CertificatePanel applicationId={id} />
          <ReexaminationPanel applicationId={id} />
          <AveragesPanel applicationId={id} />
          <FeePanel application={application} />
          <OriginalsPanel application={application} />
          <PapersPanel application={application} />
          <RecusalPanel applicationId={id} />
          <LettersPanel applicationId={id} />
          <Dossier application={application} />
        </WithProgress>
      )}
    </Page>
  );
}

function StatusSummary({ application }: { readonly application: Application }) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const navigate = useNavigate();
  const act = submitting(application);
  return (
    <StatusPanel
      application={application}
      title={t('now')}
      lead={
        <>
          <Turn application={application} />
          <span className="quiet">{localize(application.statusHelp)}</span>
        </>
      }
      except={act === undefined ? [] : [act.event]}
    >
      {act === undefined ? null : (
        <div className="row noPrint">
          <Button type="primary" onClick={() => void navigate(workPage(application, act))}>
            {t(act.takes === 'resubmission' ? 'correct' : 'fill')}
          </Button>
          <Link to={`/applicant/${application.id}/checklist`}>{t('check')}</Link>
        </div>
      )}
    </StatusPanel>
  );
}
