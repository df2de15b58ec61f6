import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { type Application, applicationQuery } from '../api/applications.js';
import { useLaw } from '../api/law.js';
import { CertificatePanel } from '../conferral/CertificatePanel.js';
import { ReexaminationPanel } from '../conferral/ReexaminationPanel.js';
import { StandingPanel } from '../pieces/application/StandingPanel.js';
import { Page } from '../pieces/Page.js';
import { WithProgress } from '../pieces/WithProgress.js';
import { Dossier } from '../shared/Dossier.js';
import { applicant } from '../words/applicant.js';
import { useSay, useWords } from '../words/area.js';
import { Turn } from './mine/ApplicationCard.js';
import { FeePanel } from './mine/FeePanel.js';
import { handingIn, workPage } from './mine/handsIn.js';
import { LettersPanel } from './mine/LettersPanel.js';
import { OriginalsPanel } from './mine/OriginalsPanel.js';
import { Purpose } from './mine/Purpose.js';
import { RecusalPanel } from './mine/RecusalPanel.js';

/** `/applicant/:id`: where my application is, what I must do until when and why, and everything about it. */
export function MyApplicationPage() {
  const { id = '' } = useParams();
  const t = useWords(applicant);
  const navigate = useNavigate();
  const query = useQuery(applicationQuery(id));
  const application = query.data;
  return (
    <Page
      title={application?.campaignTitle ?? t('mine')}
      above={[{ title: t('mine'), to: '/applicant' }]}
      query={query}
      lead={application && <Purpose application={application} />}
      actions={<Button onClick={() => void navigate(`/applicant/${id}/print`)}>{t('print')}</Button>}
    >
      {application === undefined ? null : (
        <WithProgress application={application}>
          <Standing application={application} />
          <CertificatePanel applicationId={id} />
          <ReexaminationPanel applicationId={id} />
          <FeePanel application={application} />
          <OriginalsPanel application={application} />
          <RecusalPanel applicationId={id} />
          <LettersPanel applicationId={id} />
          <Dossier application={application} />
        </WithProgress>
      )}
    </Page>
  );
}

function Standing({ application }: { readonly application: Application }) {
  const t = useWords(applicant);
  const say = useSay();
  const navigate = useNavigate();
  const help = useLaw()?.statuses.find(({ name }) => name === application.status)?.help;
  const act = handingIn(application);
  return (
    <StandingPanel
      application={application}
      title={t('now')}
      lead={
        <>
          <Turn application={application} />
          {help === undefined ? null : <span className="quiet">{say(help)}</span>}
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
    </StandingPanel>
  );
}
