import { useQuery } from '@tanstack/react-query';
import { Alert, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { type Application, applicationQuery, dossierQuery } from '../../api/applications.js';
import { Facts } from '../../shared/Facts.js';
import { acts } from '../../words/acts.js';
import { application as area } from '../../words/application.js';
import { useWords } from '../../words/area.js';
import { review } from '../../words/review.js';
import { ActionBar } from '../ActionBar.js';
import { DeadlineView } from '../DeadlineView.js';
import { DossierView } from '../DossierView.js';
import { EventList } from '../EventList.js';
import { Page } from '../Page.js';
import { Panel } from '../Panel.js';
import { Problem } from '../Problem.js';
import { StatusTag } from '../StatusTag.js';
import { Waiting } from '../Waiting.js';
import { Checks } from './Checks.js';
import { DocumentsBeside } from './DocumentsBeside.js';
import { Objections } from './Objections.js';
import './review.css';

interface Props {
  /** the queue it came from */
  readonly queue: string;
  /** between what can be done and the checks */
  readonly children?: (application: Application) => ReactNode;
}

/** One application to be looked through: the dossier, and beside it what can be done and what the rules find. */
export function ReviewPage({ queue, children }: Props) {
  const { id = '' } = useParams();
  const t = useWords(review);
  const words = useWords(area);
  const query = useQuery(applicationQuery(id));
  const application = query.data;
  return (
    <Page
      title={application === undefined ? words('titlePlain') : words('title', { name: application.applicantName })}
      above={[{ title: t('queue'), to: queue }]}
      query={query}
      lead={application === undefined ? undefined : <Facts application={application} />}
      actions={<Link to={`/applications/${id}`}>{t('whole')}</Link>}
    >
      {application === undefined ? null : (
        <div className="reviewColumns">
          <Submitted application={application} />
          <div className="stack reviewBeside">
            <ToDo application={application} />
            {children?.(application)}
            <Checks application={application} />
            <Objections application={application} />
            <Panel title={t('record')}>
              <EventList application={application} />
            </Panel>
          </div>
        </div>
      )}
    </Page>
  );
}

function ToDo({ application }: { readonly application: Application }) {
  const words = useWords(acts);
  const t = useWords(area);
  const { deadlines, needsAttention, statusWords, final, pastDue } = application;
  return (
    <Panel
      title={
        <>
          {words('title')}
          <StatusTag words={statusWords} final={final} pastDue={pastDue} />
        </>
      }
    >
      <div className="stack" style={{ gap: 16 }}>
        {needsAttention ? <Alert type="warning" showIcon title={t('attention')} /> : null}
        {deadlines.length === 0 ? null : (
          <div>{deadlines.map((deadline) => deadline && <DeadlineView key={deadline.name} deadline={deadline} />)}</div>
        )}
        <ActionBar application={application} />
      </div>
    </Panel>
  );
}

function Submitted({ application }: { readonly application: Application }) {
  const t = useWords(area);
  const { data, error, refetch } = useQuery(dossierQuery(application.id));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const sections = data.sections ?? {};
  return (
    <section className="stack" aria-labelledby="dossier">
      <h2 id="dossier" className="sectionTitle row" style={{ marginBlockStart: 0 }}>
        {t('dossier')} <Tag>{t(data.frozen ? 'frozen' : 'draft')}</Tag>
      </h2>
      <DocumentsBeside documents={data.documents} />
      {Object.keys(sections).length === 0 ? (
        <p className="quiet">{t('noDossier')}</p>
      ) : (
        <DossierView sections={sections} />
      )}
    </section>
  );
}
