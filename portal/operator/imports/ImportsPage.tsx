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

/** `/operator/imports`: tables of departments, units and people; `?table=` shows one. */
export function ImportsPage() {
  const t = useLabels(imports);
  const [address, setAddress] = useSearchParams();
  const shown = address.get('table');
  const latest = useQuery(importsQuery);
  const show = (id: string) => setAddress({ table: id });
  return (
    <Page title={t('title')} lead={t('lead')} query={latest}>
      <div className="stack">
        <NewTable onSent={show} />
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
