import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useParams } from 'react-router';
import { type Application, applicationQuery } from '../api/applications.js';
import { homeOf, useBinding } from '../app/binding.js';
import { ActionBar } from '../pieces/ActionBar.js';
import { DeadlineView } from '../pieces/DeadlineView.js';
import { EventList } from '../pieces/EventList.js';
import { Instant } from '../pieces/Instant.js';
import { LifecycleTimeline } from '../pieces/LifecycleTimeline.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { StatusTag } from '../pieces/StatusTag.js';
import { acts } from '../words/acts.js';
import { application as area } from '../words/application.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { time } from '../words/time.js';
import { Dossier } from './Dossier.js';
import { EngineLink } from './EngineLink.js';
import { Facts } from './Facts.js';
import { OwnLink } from './OwnLink.js';

/** `/applications/:id`: one application for every role that may see it; the buttons are what the API says. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const t = useWords(area);
  const words = useWords(common);
  const query = useQuery(applicationQuery(id));
  const home = homeOf(useBinding());
  const application = query.data;
  const named = application as { readonly applicantName?: string } | undefined;
  const title = named?.applicantName === undefined ? t('titlePlain') : t('title', { name: named.applicantName });
  return (
    <Page
      title={title}
      above={[{ title: words('home'), to: home }]}
      query={query}
      lead={application === undefined ? undefined : <Facts application={application} />}
      actions={
        application && (
          <>
            <OwnLink application={application} />
            {application.engineUrl ? <EngineLink href={application.engineUrl} /> : null}
          </>
        )
      }
    >
      {application === undefined ? null : (
        <div className="twoColumns">
          <div className="stack">
            <Standing application={application} />
            <Dossier application={application} />
          </div>
          <div className="stack">
            <Panel title={t('lifecycle')}>
              <LifecycleTimeline application={application} />
            </Panel>
            <Panel title={t('record')}>
              <EventList application={application} />
            </Panel>
          </div>
        </div>
      )}
    </Page>
  );
}

/** Where it stands, until when, and what its reader can do. */
function Standing({ application }: { readonly application: Application }) {
  const t = useWords(area);
  const words = useWords(acts);
  const said = useWords(time);
  const { deadlines, tolledSince, needsAttention } = application;
  return (
    <Panel
      title={
        <>
          {words('title')}
          <StatusTag words={application.statusWords} final={application.final} pastDue={application.pastDue} />
        </>
      }
    >
      <div className="stack" style={{ gap: 16 }}>
        {tolledSince === null ? null : (
          <Alert
            type="info"
            showIcon
            title={
              <>
                {t('tolled', { at: '' })} <Instant at={tolledSince} />
              </>
            }
          />
        )}
        {needsAttention ? <Alert type="warning" showIcon title={t('attention')} /> : null}
        {deadlines.length === 0 ? (
          application.final ? null : (
            <span className="quiet">{said('noDeadline')}</span>
          )
        ) : (
          <div>{deadlines.map((deadline) => deadline && <DeadlineView key={deadline.name} deadline={deadline} />)}</div>
        )}
        <ActionBar application={application} />
      </div>
    </Panel>
  );
}
