import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { type Application, applicationQuery, dossierQuery } from '../../api/applications.js';
import { application as area } from '../../labels/application.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { review } from '../../labels/review.js';
import { Facts } from '../../shared/Facts.js';
import { Attention } from '../application/Attention.js';
import { StatusPanel } from '../application/StatusPanel.js';
import { DossierView } from '../dossier/DossierView.js';
import { RetirementAlert } from '../dossier/RetirementAlert.js';
import { useResultRemarks } from '../dossier/useResultRemarks.js';
import { Loading } from '../Loading.js';
import { Page } from '../Page.js';
import { Problem } from '../Problem.js';
import { RecordPanel } from '../WithProgress.js';
import { Checks } from './Checks.js';
import { DocumentsBeside } from './DocumentsBeside.js';
import { Objections } from './Objections.js';
import { UnitDecision } from './UnitDecision.js';
import './review.css';

interface Props {
  /** the queue to return to */
  readonly queue: string;
  /** between the acts and the checks */
  readonly children?: (application: Application) => ReactNode;
}

/** The review of one application: the dossier, beside it the acts and the rules' findings. */
export function ReviewPage({ queue, children }: Props) {
  const { id = '' } = useParams();
  const t = useLabels(review);
  const tApplication = useLabels(area);
  const query = useQuery(applicationQuery(id));
  const application = query.data;
  return (
    <Page
      title={
        application === undefined
          ? tApplication('titlePlain')
          : tApplication('title', { name: application.applicantName })
      }
      breadcrumbs={[{ title: t('queue'), to: queue }]}
      query={query}
      lead={application === undefined ? undefined : <Facts application={application} />}
      actions={<Link to={`/applications/${id}`}>{t('progressAndRecord')}</Link>}
    >
      {application === undefined ? null : (
        <div className="reviewColumns">
          <Submitted application={application} />
          <div className="stack reviewBeside">
            <StatusPanel application={application} lead={<Attention application={application} />} />
            {children?.(application)}
            <UnitDecision application={application} />
            <Checks application={application} />
            <Objections application={application} />
            <RecordPanel application={application} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Submitted({ application }: { readonly application: Application }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { data, error, refetch } = useQuery(dossierQuery(application.id));
  const remarks = useResultRemarks(application.id, (data?.sections ?? {}) as Dossier);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const sections = data.sections ?? {};
  return (
    <section className="stack" aria-labelledby="dossier">
      <h2 id="dossier" className="sectionTitle row" style={{ marginBlockStart: 0 }}>
        {t('dossier')} <Tag>{localize(data.label)}</Tag>
      </h2>
      <RetirementAlert note={data.retirement} />
      <DocumentsBeside documents={data.documents} />
      {Object.keys(sections).length === 0 ? (
        <p className="quiet">{t('noDossier')}</p>
      ) : (
        <DossierView sections={sections} revealing={data.identityReadable ? application.id : null} remarks={remarks} />
      )}
    </section>
  );
}
