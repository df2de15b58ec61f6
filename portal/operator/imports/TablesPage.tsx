import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/Page.js';
import { SentFiles, useShownFile } from '../../components/tables/SentFiles.js';
import { imports } from '../../labels/directory/imports.js';
import { useLabels } from '../../labels/labelArea.js';
import { ImportPanel } from './ImportPanel.js';
import { importsQuery } from './importQueries.js';
import { NewTable } from './NewTable.js';
import '../operator.css';
import './imports.css';

interface Props {
  /** Whose experts are registered; null: what belongs to the whole installation. */
  readonly campaignId: string | null;
  readonly lead: string;
  readonly breadcrumbs?: readonly { readonly title: string; readonly to: string }[];
}

/** Registers by tables; `?table=` shows one. */
export function TablesPage({ campaignId, lead, breadcrumbs = [] }: Props) {
  const t = useLabels(imports);
  const [shown, show] = useShownFile('table');
  const latest = useQuery(importsQuery(campaignId));
  return (
    <Page title={t('title')} lead={lead} breadcrumbs={breadcrumbs} query={latest}>
      <div className="stack">
        <NewTable key={campaignId} campaignId={campaignId} onSent={show} />
        {shown === null ? null : <ImportPanel key={shown} id={shown} />}
        <SentFiles
          files={latest.data}
          labels={{ title: t('latest'), none: t('noneYet'), open: t('open') }}
          kindOf={({ kind }) => `${t(`kind_${kind}`)} · `}
          stateOf={({ appliedAt, undoneAt }) =>
            appliedAt === null ? null : <div className="quiet">{t(undoneAt === null ? 'applied' : 'undone')}</div>
          }
          onOpen={show}
        />
      </div>
    </Page>
  );
}
