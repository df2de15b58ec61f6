import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { type SectionName, sectionNames } from '../../../rules/dossier/dossier.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Receipt } from '../../api/act.js';
import {
  type Action,
  type Application,
  dossierQuery,
  policyQuery,
  type StoredDocument,
} from '../../api/applications.js';
import { UnmetConditions } from '../../components/application/UnmetConditions.js';
import { FullIdentity } from '../../components/dossier/FullIdentity.js';
import { NoticedItems } from '../../components/dossier/NoticedItems.js';
import { RetirementAlert } from '../../components/dossier/RetirementAlert.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { UnitDecision } from '../../components/review/UnitDecision.js';
import { application as area } from '../../labels/application.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { AuditDocuments } from './AuditDocuments.js';
import { submissionsQuery } from './auditQueries.js';
import { Checklist } from './Checklist.js';
import { ClickableSection } from './ClickableSection.js';
import { Decision } from './Decision.js';
import { DefectsNoted } from './DefectsNoted.js';
import { ExemptionProof } from './ExemptionProof.js';
import { hintsOf } from './hintsOf.js';
import { LastSubmission } from './LastSubmission.js';
import { useNotes } from './useNotes.js';
import './audit.css';
import { useDocumentLabels } from '../../labels/dossier/documents.js';

const Preview = lazy(() => import('./Preview.js').then(({ Preview: it }) => ({ default: it })));

interface Props {
  readonly application: Application;
  readonly onDone: (receipt: Receipt, action: Action) => void;
}

/** The dossier on the left with a document beside it; checklist, defects and decision on the right. */
export function Workbench({ application, onDone }: Props) {
  const t = useLabels(office);
  const tApplication = useLabels(area);
  const documentLabels = useDocumentLabels();
  const { id, campaignId } = application;
  const dossier = useQuery(dossierQuery(id));
  const pinned = useQuery(policyQuery(id));
  const versions = useQuery(submissionsQuery(id, application.seq));
  const notes = useNotes(id);
  const [previewed, setPreviewed] = useState<StoredDocument | null>(null);
  const [focus, setFocus] = useState<string | null>(null);

  if (dossier.error !== null) return <Problem error={dossier.error} onRetry={() => void dossier.refetch()} />;
  if (dossier.data === undefined) return <Loading rows={12} />;
  const { documents } = dossier.data;
  const sections = (dossier.data.sections ?? {}) as Readonly<
    Partial<Record<SectionName, Readonly<Record<string, unknown>>>>
  >;
  const policy = pinned.data as Policy | undefined;
  const receivedPapers = localDateOf(Date.parse(versions.data?.[0]?.at ?? application.openedAt));
  const hints =
    policy === undefined
      ? { found: [], required: [] }
      : hintsOf(application, sections, documents, policy, receivedPapers);

  const note = (section: SectionName, field: string, text?: string) => setFocus(notes.add(section, field, text));
  const noteDocument = ({ kind, year }: StoredDocument) => {
    const place = hints.required.find(({ anyOf }) => anyOf.includes(kind));
    note(place?.section ?? 'otherAttachments', `documents.${kind}${year === null ? '' : `.${year}`}`);
  };
  const noted = (name: SectionName) =>
    new Set(notes.defects.filter(({ section }) => section === name).map(({ field }) => field));

  return (
    <div className={previewed === null ? 'auditBench' : 'auditBench auditWithPreview'}>
      <div className="stack auditDossier">
        <LastSubmission application={application} />
        <RetirementAlert note={dossier.data.retirement} />
        <UnmetConditions application={application} />
        <Panel title={t('documents', { n: documents.length })}>
          <AuditDocuments
            documents={documents}
            previewed={previewed}
            onPreview={(one) => setPreviewed(previewed?.id === one.id ? null : one)}
            onNote={noteDocument}
          />
        </Panel>
        {dossier.data.identityReadable ? (
          <div>
            <FullIdentity applicationId={id} />
          </div>
        ) : null}
        <Panel title={t('form')} extra={<span className="quiet">{t('clickToNote')}</span>}>
          {sectionNames.map((name) => {
            const fields = sections[name];
            return fields === undefined ? null : (
              <ClickableSection
                key={name}
                name={name}
                fields={fields}
                noted={noted(name)}
                onNote={(field) => note(name, field)}
              />
            );
          })}
        </Panel>
      </div>
      {previewed === null ? null : (
        <Suspense fallback={<Loading />}>
          <Preview
            document={previewed}
            title={documentLabels[previewed.kind]}
            onClose={() => setPreviewed(null)}
            onNote={() => noteDocument(previewed)}
          />
        </Suspense>
      )}
      <div className="stack auditSide">
        <Panel title={t('decision')}>
          <Decision application={application} notes={notes} onDone={onDone} />
        </Panel>
        <Panel title={t('defects', { n: notes.defects.length })}>
          <DefectsNoted campaignId={campaignId} notes={notes} focus={focus} />
        </Panel>
        <ExemptionProof application={application} documents={documents} policy={policy} />
        <UnitDecision application={application} />
        {dossier.data.findings.length === 0 ? null : (
          <Panel title={tApplication('noticed')}>
            <NoticedItems findings={dossier.data.findings} documents={documents} onNote={note} />
          </Panel>
        )}
        <Panel title={t('checklist')}>
          <Checklist
            hints={hints}
            sections={Object.keys(sections)}
            documents={documents}
            notes={notes}
            onPreview={setPreviewed}
            onNote={note}
          />
        </Panel>
      </div>
    </div>
  );
}
