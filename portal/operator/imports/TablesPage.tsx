import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { Instant } from '../../components/deadline/Instant.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
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
  const [address, setAddress] = useSearchParams();
  const shown = address.get('table');
  const latest = useQuery(importsQuery(campaignId));
  const show = (id: string) =>
    setAddress((now) => {
      now.set('table', id);
      return now;
    });
  return (
    <Page title={t('title')} lead={lead} breadcrumbs={breadcrumbs} query={latest}>
      <div className="stack">
        <NewTable key={campaignId} campaignId={campaignId} onSent={show} />
        {shown === null ? null : <ImportPanel key={shown} id={shown} />}
        <Panel title={t('latest')}>
          {latest.data?.length === 0 ? <p className="nothingHere">{t('noneYet')}</p> : null}
          <ul className="lines">
            {latest.data?.map(({ id, kind, fileName, madeAt, madeByName, appliedAt, undoneAt }) => (
              <li key={id}>
                <span>
                  {t(`kind_${kind}`)} · {fileName}
                  <div className="quiet">
                    <Instant at={madeAt} /> {madeByName}
                    {undoneAt === null ? (appliedAt === null ? null : ` · ${t('applied')}`) : ` · ${t('undone')}`}
                  </div>
                </span>
                <Button size="small" onClick={() => show(id)}>
                  {t('open')}
                  <span className="visuallyHidden">：{fileName}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </Page>
  );
}
