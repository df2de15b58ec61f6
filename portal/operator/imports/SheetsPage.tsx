import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation, useSearchParams } from 'react-router';
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
      lead={t('sheetsLead')}
      breadcrumbs={[{ title: t('title'), to: pathname.replace(/\/sheets$/, `?table=${table}`) }]}
      actions={units.length === 0 ? undefined : <Button onClick={() => window.print()}>{t('print')}</Button>}
    >
      {query.error === null ? null : <Problem error={query.error} />}
      {units.length === 0 && !query.isLoading ? <p className="nothingHere">{t('noSheets')}</p> : null}
      {units.map((unit) => (
        <section key={unit} className="importSheet">
          <h2 lang="zh-CN">{unit ?? t('noScope')}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('contact')}</th>
                <th scope="col">{t('link')}</th>
              </tr>
            </thead>
            <tbody>
              {invitations
                .filter(({ scopeName }) => scopeName === unit)
                .map(({ name, contact, link }) => (
                  <tr key={link}>
                    <td lang="zh-CN">{name}</td>
                    <td>{contact}</td>
                    <td>
                      <code>{link}</code>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ))}
    </Page>
  );
}
