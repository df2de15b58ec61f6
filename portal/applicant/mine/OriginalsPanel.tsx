import { CheckOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { DocumentKind } from '../../../rules/dossier/dossier.js';
import { originalsLacking } from '../../../rules/dossier/originals.js';
import { type Application, policyQuery, timelineQuery } from '../../api/applications.js';
import { Contacts } from '../../components/application/Contacts.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import './mine.css';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { isAsked } from './isAsked.js';
import { OriginalsPlan } from './OriginalsPlan.js';
import { WindowLine } from './WindowLine.js';

/** The paper originals expected, and those the office has received. */
export function OriginalsPanel({ application }: { readonly application: Application }) {
  const t = useLabels(applicant);
  const mark = useMarks();
  const documentLabels = useDocumentLabels();
  const policy = useQuery(policyQuery(application.id)).data;
  const events = useQuery(timelineQuery(application.id, application.seq)).data?.events ?? [];
  if (policy === undefined || !isAsked('materials', application, policy)) return null;
  const { profile, materialsAt } = application;
  const receivedPapers = events.flatMap(({ data }) =>
    Array.isArray(data.received) ? (data.received as string[]) : [],
  );
  const expected = counted(originalsLacking([], profile, policy));
  const lacking = counted(originalsLacking(receivedPapers, profile, policy));
  return (
    <Panel title={t('originals')}>
      {materialsAt === null ? (
        <div className="stack" style={{ gap: 8 }}>
          <span className="quiet">{t(policy.delivery.byUnit.value ? 'originalsByUnit' : 'originalsInstructions')}</span>
          {policy.delivery.byUnit.value ? null : <Contacts policy={policy} occasion="originals" />}
          <WindowLine name="materials" application={application} policy={policy} />
          {policy.delivery.officeHours === null ? null : (
            <span className="quiet">
              {t('officeHours')}
              {mark.colon}
              <span lang="zh-CN">{policy.delivery.officeHours.value}</span>
            </span>
          )}
        </div>
      ) : (
        <strong style={{ color: 'var(--portal-good)' }}>
          {t('originalsAll')} <Instant at={materialsAt} />
        </strong>
      )}
      {materialsAt !== null || policy.delivery.byUnit.value ? null : <OriginalsPlan application={application} />}
      <ul className="copyList">
        {[...expected].map(([kind, n]) => {
          const here = materialsAt !== null || !lacking.has(kind);
          return (
            <li key={kind}>
              <span>{n > 1 ? t('copies', { name: documentLabels[kind], n }) : documentLabels[kind]}</span>
              <span className={here ? 'sectionMarkDone' : 'quiet'}>
                {here ? <CheckOutlined aria-hidden /> : null} {t(here ? 'received' : 'expected')}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function counted(kinds: readonly DocumentKind[]): ReadonlyMap<DocumentKind, number> {
  const counts = new Map<DocumentKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
