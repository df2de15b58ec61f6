import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { applicationQuery } from '../api/applications.js';
import { ActionBar } from '../components/application/ActionBar.js';
import { LifecycleTimeline } from '../components/application/LifecycleTimeline.js';
import { StatusTag } from '../components/application/StatusTag.js';
import { Deadlines } from '../components/deadline/Deadlines.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { CertificatePanel } from '../conferral/CertificatePanel.js';
import { ObjectionsPanel } from '../conferral/ObjectionsPanel.js';
import { ProposeSanction } from '../conferral/ProposeSanction.js';
import { application as area } from '../labels/application.js';
import { useLabels } from '../labels/labelArea.js';
import { supervisor } from '../labels/supervisor.js';
import { Facts } from '../shared/Facts.js';
import { Proof } from './Proof.js';

/** `/supervisor/:id`: an application's record with its hashes verified in the browser, and its objections. */
export function ProofPage() {
  const { id = '' } = useParams();
  const t = useLabels(supervisor);
  const tApplication = useLabels(area);
  const query = useQuery(applicationQuery(id));
  const application = query.data;
  return (
    <Page
      title={application === undefined ? t('proof') : t('proofOf', { name: application.applicantName })}
      breadcrumbs={[{ title: t('search'), to: '/supervisor' }]}
      lead={application === undefined ? undefined : <Facts application={application} />}
      query={query}
      actions={<Button href={`/applications/${id}`}>{t('application')}</Button>}
    >
      {application === undefined ? null : (
        <div className="twoColumns">
          <Proof application={application} />
          <div className="stack">
            <Panel
              title={t('objectionsOf')}
              extra={
                <StatusTag label={application.statusLabel} final={application.final} pastDue={application.pastDue} />
              }
            >
              <div className="stack" style={{ gap: 16 }}>
                <Deadlines application={application} />
                <ObjectionsPanel application={application} />
                <ActionBar application={application} />
              </div>
            </Panel>
            <CertificatePanel applicationId={application.id} />
            <ProposeSanction application={application} />
            <Panel title={tApplication('lifecycle')}>
              <LifecycleTimeline application={application} />
            </Panel>
          </div>
        </div>
      )}
    </Page>
  );
}
