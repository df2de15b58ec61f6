import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { applicationQuery } from '../api/applications.js';
import { CertificatePanel } from '../conferral/CertificatePanel.js';
import { ObjectionsPanel } from '../conferral/ObjectionsPanel.js';
import { ProposeSanction } from '../conferral/ProposeSanction.js';
import { ActionBar } from '../pieces/application/ActionBar.js';
import { LifecycleTimeline } from '../pieces/application/LifecycleTimeline.js';
import { StatusTag } from '../pieces/application/StatusTag.js';
import { DeadlineView } from '../pieces/deadline/DeadlineView.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { Facts } from '../shared/Facts.js';
import { application as area } from '../words/application.js';
import { useWords } from '../words/area.js';
import { supervisor } from '../words/supervisor.js';
import { Proof } from './Proof.js';

/** `/supervisor/:id`: the record of an application with its hashes checked in the browser, and its objections. */
export function ProofPage() {
  const { id = '' } = useParams();
  const t = useWords(supervisor);
  const words = useWords(area);
  const query = useQuery(applicationQuery(id));
  const application = query.data;
  return (
    <Page
      title={application === undefined ? t('proof') : t('proofOf', { name: application.applicantName })}
      above={[{ title: t('search'), to: '/supervisor' }]}
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
                <StatusTag words={application.statusWords} final={application.final} pastDue={application.pastDue} />
              }
            >
              <div className="stack" style={{ gap: 16 }}>
                {application.deadlines.map(
                  (deadline) => deadline && <DeadlineView key={deadline.name} deadline={deadline} />,
                )}
                <ObjectionsPanel application={application} />
                <ActionBar application={application} />
              </div>
            </Panel>
            <CertificatePanel applicationId={application.id} />
            <ProposeSanction application={application} />
            <Panel title={words('lifecycle')}>
              <LifecycleTimeline application={application} />
            </Panel>
          </div>
        </div>
      )}
    </Page>
  );
}
