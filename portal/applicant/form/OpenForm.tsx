import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { type Application, applicationQuery, dossierQuery, type StoredDocument } from '../../api/applications.js';
import { problemIn } from '../../api/problem.js';
import { DossierView } from '../../components/dossier/DossierView.js';
import { RetirementAlert } from '../../components/dossier/RetirementAlert.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels } from '../../labels/labelArea.js';
import { Conflicts } from './Conflicts.js';
import { SaveState } from './SaveState.js';
import type { Sections } from './sections.js';
import { useFormDraft } from './useFormDraft.js';

export interface Opened {
  readonly application: Application;
  readonly documents: readonly StoredDocument[];
  readonly form: ReturnType<typeof useFormDraft>;
}
interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: (application: Application) => ReactNode;
  readonly children: (opened: Opened) => ReactNode;
}

/** Loads the open form of an application, saves changes and resolves conflicts between browser windows. */
export function OpenForm(props: Props) {
  const { id = '' } = useParams();
  const t = useLabels(applicant);
  const application = useQuery(applicationQuery(id));
  const dossier = useQuery(dossierQuery(id));
  const both = {
    isPending: application.isPending || dossier.isPending,
    error: application.error ?? dossier.error,
    data: application.data && dossier.data,
    refetch: () => Promise.all([application.refetch(), dossier.refetch()]),
  };
  const breadcrumbs = [
    { title: t('mine'), to: '/applicant' },
    ...(application.data === undefined ? [] : [{ title: application.data.campaignTitle, to: `/applicant/${id}` }]),
  ];
  if (application.data === undefined || dossier.data === undefined) {
    return <Page title={props.title} breadcrumbs={breadcrumbs} query={both} />;
  }
  const { version, sections, documents, retirement } = dossier.data;
  return (
    <Loaded
      key={id}
      {...props}
      breadcrumbs={breadcrumbs}
      application={application.data}
      documents={documents}
      retirement={retirement}
      onServer={{ version: version ?? 0, sections: (sections ?? {}) as Sections }}
    />
  );
}

interface LoadedProps extends Props {
  readonly breadcrumbs: readonly { readonly title: string; readonly to: string }[];
  readonly application: Application;
  readonly documents: readonly StoredDocument[];
  readonly retirement: Parameters<typeof RetirementAlert>[0]['note'];
  readonly onServer: { readonly version: number; readonly sections: Sections };
}

function Loaded({ title, lead, actions, breadcrumbs, application, documents, ...props }: LoadedProps) {
  const { retirement, onServer, children } = props;
  const t = useLabels(applicant);
  const form = useFormDraft(application.id, onServer);
  const closed = problemIn(form.problem)?.code === 'not_editable';
  return (
    <Page
      title={title}
      lead={lead}
      breadcrumbs={breadcrumbs}
      actions={
        <>
          {closed ? null : <SaveState form={form} />}
          {actions?.(application)}
        </>
      }
    >
      <div className="stack">
        {form.problem === null || closed ? null : (
          <Problem error={form.problem} onRetry={() => void form.draft.save()} />
        )}
        {form.restored && !closed ? <Alert type="info" showIcon closable title={t('restored')} /> : null}
        {closed ? (
          <>
            <Alert type="info" showIcon title={t('readOnly')} />
            <DossierView sections={onServer.sections} />
          </>
        ) : (
          <>
            <Conflicts form={form} />
            <RetirementAlert note={retirement} />
            {children({ application, documents, form })}
          </>
        )}
      </div>
    </Page>
  );
}
