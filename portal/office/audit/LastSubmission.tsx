import { useQuery } from '@tanstack/react-query';
import type { SectionName } from '../../../rules/dossier/dossier.js';
import { type Application, timelineQuery } from '../../api/applications.js';
import { Instant } from '../../components/deadline/Instant.js';
import { reportedDefectsIn } from '../../components/dossier/defects.js';
import { usePlaceLabels } from '../../components/dossier/usePlaceLabels.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useDocumentName } from '../../labels/dossier/documents.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { differenceQuery, submissionsQuery } from './auditQueries.js';

type Document = Parameters<ReturnType<typeof useDocumentName>>[0];

/** Changes since the last submission, and the answers to the defects. */
export function LastSubmission({ application }: { readonly application: Application }) {
  const t = useLabels(office);
  const versions = useQuery(submissionsQuery(application.id, application.seq)).data ?? [];
  const [before, now] = versions.slice(-2);
  if (before === undefined || now === undefined) return null;
  return (
    <Panel title={t('sinceLast')} extra={<span className="quiet">{<Instant at={before.at} />}</span>}>
      <Answers application={application} />
      <Changes id={application.id} from={before.hash} to={now.hash} />
    </Panel>
  );
}

function Answers({ application }: { readonly application: Application }) {
  const t = useLabels(office);
  const place = usePlaceLabels();
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  const events = data?.events ?? [];
  const reportedDefects = reportedDefectsIn(events);
  const answers = events.flatMap(({ freeText }) =>
    Array.isArray(freeText?.answers) ? (freeText.answers as { defect: string; text: string }[]) : [],
  );
  if (answers.length === 0) return null;
  return (
    <ul className="auditChanges">
      {answers.map(({ defect, text }) => {
        const one = reportedDefects.get(defect);
        return (
          <li key={defect}>
            {one === undefined ? null : (
              <div lang="zh-CN">
                <strong>{place(one.section as SectionName, one.field)}</strong> {one.text}
              </div>
            )}
            <div lang="zh-CN">
              <span className="quiet">{t('answered')}</span> {text}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Changes({ id, from, to }: { readonly id: string; readonly from: string; readonly to: string }) {
  const t = useLabels(office);
  const place = usePlaceLabels();
  const nameOf = useDocumentName();
  const { data, error, refetch } = useQuery(differenceQuery(id, from, to));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  if (data.fields.length + data.documents.length === 0) return <p className="quiet">{t('nothingChanged')}</p>;
  return (
    <ul className="auditChanges" lang="zh-CN">
      {data.fields.map(({ path, before, after }) => {
        const [section = '', ...rest] = path.split('.');
        return (
          <li key={path}>
            <strong>{place(section as SectionName, rest.join('.'))}</strong>
            <div>
              <del>{description(before)}</del> → <ins>{description(after)}</ins>
            </div>
          </li>
        );
      })}
      {data.documents.map(({ change, before, after }) => {
        const document = (after ?? before) as Document;
        return (
          <li key={`${change}${JSON.stringify(document)}`}>
            <strong>{nameOf(document)}</strong> {t(change)}
          </li>
        );
      })}
    </ul>
  );
}

const description = (value: unknown): string =>
  value === null || value === undefined ? '—' : typeof value === 'object' ? JSON.stringify(value) : String(value);
