import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import '../defense/defense.css';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { sheetQuery } from '../defense/defenseQueries.js';
import { defense } from '../labels/defense.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../labels/labelArea.js';
import { SheetForm } from './defense/SheetForm.js';

/** `/expert/sessions/:id/candidates/:applicationId`: the caller's score sheet of one candidate. */
export function ScoreSheetPage() {
  const { id = '', applicationId = '' } = useParams();
  const t = useLabels(defense);
  const choiceLabel = useChoiceLabel();
  const query = useQuery(sheetQuery({ sessionId: id, applicationId }));
  const sheet = query.data;
  return (
    <Page
      title={sheet?.applicantName ?? t('sheet')}
      breadcrumbs={[{ title: t('mine'), to: '/expert' }]}
      query={query}
      lead={
        sheet && (
          <div className="row">
            <span lang="zh-CN">{sheet.unitName}</span>
            <span>{choiceLabel(sheet.level)}</span>
            <span lang="zh-CN">{sheet.session.room}</span>
            <Instant at={sheet.startsAt} />
            <Link to={`/applications/${applicationId}`}>{t('dossier')}</Link>
          </div>
        )
      }
    >
      {sheet === undefined ? null : (
        <Panel title={t('sheet')}>
          <SheetForm key={applicationId} sheet={sheet} />
        </Panel>
      )}
    </Page>
  );
}
