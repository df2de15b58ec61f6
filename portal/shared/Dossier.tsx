import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { type Application, dossierQuery } from '../api/applications.js';
import { DocumentList } from '../components/dossier/DocumentList.js';
import { DossierView } from '../components/dossier/DossierView.js';
import { NoticedItems } from '../components/dossier/NoticedItems.js';
import { RetirementAlert } from '../components/dossier/RetirementAlert.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { application as area } from '../labels/application.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';

interface Props {
  readonly application: Application;
  /** lists what machines noticed, for who reviews it */
  readonly noticed?: boolean;
}

/** The form and documents of an application, read only; nothing for roles that may not see them. */
export function Dossier({ application, noticed = false }: Props) {
  const t = useLabels(area);
  const localize = useLocalized();
  const readable = application.dossierReadable;
  const { data, error, refetch } = useQuery({ ...dossierQuery(application.id), enabled: readable });
  if (!readable) return <p className="quiet">{t('hidden')}</p>;
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const sections = data.sections ?? {};
  return (
    <section className="stack" aria-labelledby="dossier">
      <h2 id="dossier" className="sectionTitle row">
        {t('dossier')} <Tag>{localize(data.label)}</Tag>
      </h2>
      <RetirementAlert note={data.retirement} />
      {noticed && data.findings.length > 0 ? (
        <Panel title={t('noticed')}>
          <NoticedItems findings={data.findings} documents={data.documents} titled={false} />
        </Panel>
      ) : null}
      {Object.keys(sections).length === 0 ? (
        <p className="quiet">{t('noDossier')}</p>
      ) : (
        <DossierView sections={sections} revealing={data.identityReadable ? application.id : null} />
      )}
      <Panel title={t('documents')}>
        <DocumentList documents={data.documents} />
      </Panel>
    </section>
  );
}
