import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation, useSearchParams } from 'react-router';
import { Instant } from '../../components/deadline/Instant.js';
import { Page } from '../../components/Page.js';
import { Problem } from '../../components/Problem.js';
import { imports } from '../../labels/directory/imports.js';
import { useLabels } from '../../labels/labelArea.js';
import { sheetsQuery } from './importQueries.js';
import './imports.css';

/** `/operator/imports/sheets?table=`, `/office/experts/tables/sheets?table=`: the invitations of a table on paper, one page a unit. */
export function SheetsPage() {
  const t = useLabels(imports);
  const [address] = useSearchParams();
  const { pathname } = useLocation();
  const table = address.get('table') ?? '';
  const query = useQuery(sheetsQuery(table));
  const invitations = query.data ?? [];
  const units = [...new Set(invitations.map(({ scopeName }) => scopeName))];
  return (
    <Page
      title={t('sheets')}
      lead={<span className="noPrint">{t('sheetsLead', { n: units.length })}</span>}
      breadcrumbs={[{ title: t('title'), to: pathname.replace(/\/sheets$/, `?table=${table}`) }]}
      actions={units.length === 0 ? undefined : <Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      {query.error === null ? null : <Problem error={query.error} />}
      {units.length === 0 && !query.isLoading ? <p className="nothingHere">{t('noSheets')}</p> : null}
      {units.map((unit) => (
        <section key={unit} className="importSheet">
          <h2>
            {t('sheetOf')} <span lang="zh-CN">{unit ?? t('noScope')}</span>
          </h2>
          <ol>
            <li>{t('sheetSeal')}</li>
            <li>{t('sheetHandOver')}</li>
            <li>{t('sheetOpen')}</li>
            <li>{t('sheetLost')}</li>
          </ol>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('contact')}</th>
                <th scope="col">{t('link')}</th>
                <th scope="col">{t('validUntil')}</th>
              </tr>
            </thead>
            <tbody>
              {invitations
                .filter(({ scopeName }) => scopeName === unit)
                .map(({ name, contact, link, expiresAt }) => (
                  <tr key={link}>
                    <td lang="zh-CN">{name}</td>
                    <td>{contact}</td>
                    <td>
                      <code>{link}</code>
                    </td>
                    <td>
                      <Instant at={expiresAt} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          <p className="importReceipt">
            {t('sheetReceipt', { n: invitations.filter((one) => one.scopeName === unit).length })}
          </p>
        </section>
      ))}
    </Page>
  );
}
