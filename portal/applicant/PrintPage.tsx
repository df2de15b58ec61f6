import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { applicationQuery, dossierQuery } from '../api/applications.js';
import { DossierView } from '../components/dossier/DossierView.js';
import { Page } from '../components/Page.js';
import { applicant } from '../labels/applicant.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import './form/print.css';
import { useDocumentLabels } from '../labels/dossier/documents.js';
import { Purpose } from './mine/Purpose.js';

/** `/applicant/:id/print`: the whole form and the list of its documents, for printing. */
export function PrintPage() {
  const { id = '' } = useParams();
  const t = useLabels(applicant);
  const documentLabels = useDocumentLabels();
  const tCommon = useLabels(common);
  const application = useQuery(applicationQuery(id)).data;
  const query = useQuery(dossierQuery(id));
  return (
    <Page
      title={t('printTitle')}
      query={query}
      lead={application && <Purpose application={application} />}
      actions={
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => print()}>
          {tCommon('print')}
        </Button>
      }
    >
      {query.data === undefined ? null : (
        <div className="stack printed">
          <DossierView sections={query.data.sections ?? {}} />
          <section>
            <h2 className="sectionTitle">{t('documentList')}</h2>
            <ol>
              {query.data.documents.map(({ id: one, kind, year, fileName }) => (
                <li key={one}>
                  {documentLabels[kind]} {year ?? ''} <span className="quiet">{fileName}</span>
                </li>
              ))}
            </ol>
          </section>
          <p className="signature">
            <span>{t('signature')}</span>
            <span>{t('date')}</span>
          </p>
        </div>
      )}
    </Page>
  );
}
