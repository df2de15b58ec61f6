import { useQuery } from '@tanstack/react-query';
import { type SectionName, sectionNames } from '../../../rules/dossier/dossier.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { DocumentList } from '../../components/dossier/DocumentList.js';
import { SectionView } from '../../components/dossier/DossierView.js';
import type { Defect } from '../../components/dossier/defects.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { descriptionIdOf, Labelled } from '../form/Labelled.js';
import type { Opened } from '../form/OpenForm.js';
import { SectionEditor } from '../form/SectionEditor.js';
import { evidenceOf } from '../form/upload/evidenceOf.js';
import { SectionEvidence } from '../form/upload/SectionEvidence.js';
import { useFieldName } from '../form/useFieldName.js';
import { submittedQuery } from '../mine/queries.js';

export interface ReportedDefect extends Defect {
  /** position in the list, from 1 */
  readonly n: number;
}
interface Props {
  readonly opened: Opened;
  readonly name: SectionName;
  readonly defects: readonly ReportedDefect[];
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswer: (defect: string, text: string) => void;
}

export const isSection = (name: string): name is SectionName => sectionNames.some((one) => one === name);

/** The defects of one section beside the submitted form, corrected and answered in place. */
export function DefectPanel({ opened, name, defects, answers, onAnswer }: Props) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const fieldName = useFieldName();
  const { application, documents, form } = opened;
  return (
    <Panel title={localize(sectionLabels[name])} id={`correct-${name}`}>
      <div className="stack">
        {defects.map((defect) => (
          <div key={defect.id} className="stack" style={{ gap: 12 }}>
            <div>
              <strong>{t('defect', { n: defect.n })}</strong>
              <span className="quiet" lang="zh-CN">
                {' '}
                {fieldName(name, defect.field)}
              </span>
              <p className="defectText" lang="zh-CN">
                {defect.text}
              </p>
            </div>
            <Labelled id={`answer.${defect.id}`} label={`${t('yourAnswer')} ${defect.n}`} hint={t('answerHint')}>
              <GrowingTextArea
                id={`answer.${defect.id}`}
                aria-describedby={descriptionIdOf(`answer.${defect.id}`)}
                minRows={2}
                maxRows={10}
                maxLength={2000}
                value={answers[defect.id] ?? ''}
                onChange={(event) => onAnswer(defect.id, event.target.value)}
              />
            </Labelled>
          </div>
        ))}
        <div className="compare compareSections">
          <div className="submitted">
            <h3>{t('previousValue')}</h3>
            <Submitted application={application} name={name} />
          </div>
          <div>
            <h3>{t('editHere')}</h3>
            <SectionEditor applicationId={application.id} name={name} form={form} />
            <SectionEvidence
              applicationId={application.id}
              name={name}
              documents={documents}
              missing={form.missing ?? []}
              findings={form.findings}
              onChanged={() => void form.draft.save()}
            />
          </div>
        </div>
      </div>
    </Panel>
  );
}

function Submitted({ application, name }: Pick<Opened, 'application'> & Pick<Props, 'name'>) {
  const hash = application.dossierHash ?? '';
  const { data, error, refetch } = useQuery({ ...submittedQuery(application.id, hash), enabled: hash !== '' });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} />;
  const evidence = data.documents.filter(({ kind }) => evidenceOf[name].includes(kind));
  return (
    <div className="stack" style={{ gap: 12 }}>
      <SectionView fields={{ ...(data.sections?.[name] ?? {}) }} />
      {evidence.length === 0 ? null : <DocumentList documents={evidence} />}
    </div>
  );
}
