import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { recommendationAttachments } from '../../rules/dossier/checklist.js';
import type { Policy } from '../../rules/policy/policy.js';
import { type Application, dossierQuery, policyQuery } from '../api/applications.js';
import { UploadPaper } from '../components/dossier/UploadPaper.js';
import { Panel } from '../components/Panel.js';
import { SignedScans } from '../components/print/SignedScans.js';
import { useDocumentLabels } from '../labels/dossier/documents.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { unit } from '../labels/unit.js';

/** The documents the unit attaches before it recommends, and which are there; shown while the law takes attachments. */
export function RecommendationPapers({ application }: { readonly application: Application }) {
  const t = useLabels(unit);
  const documentLabels = useDocumentLabels();
  const mark = useMarks();
  const takesThem = application.actions.some(({ takes }) => takes === 'attachments');
  const dossier = useQuery({ ...dossierQuery(application.id), enabled: takesThem }).data;
  const policy = useQuery({ ...policyQuery(application.id), enabled: takesThem }).data;
  if (!takesThem || dossier === undefined || policy === undefined) return null;
  const kinds = recommendationAttachments(policy as unknown as Policy);
  return (
    <Panel title={t('attachments')}>
      <ul className="unitPapers">
        {kinds.map((kind) => {
          const there = dossier.documents.filter((document) => document.kind === kind);
          const Icon = there.length > 0 ? CheckCircleFilled : ExclamationCircleFilled;
          return (
            <li key={kind}>
              <Icon aria-hidden style={{ color: `var(--portal-${there.length > 0 ? 'good' : 'warn'})` }} />
              <div>
                <strong>{documentLabels[kind]}</strong>
                <div className="quiet">
                  {there.length === 0 ? t('notAttached') : there.map(({ fileName }) => fileName).join(mark.comma)}
                </div>
                <UploadPaper application={application} kind={kind} again={there.length > 0} />
              </div>
            </li>
          );
        })}
      </ul>
      <div className="quiet">{t('uploadHint')}</div>
      <SignedScans application={application} />
    </Panel>
  );
}
