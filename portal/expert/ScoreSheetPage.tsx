import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import '../defense/defense.css';
import { sheetQuery } from '../defense/defenseQueries.js';
import { Instant } from '../pieces/deadline/Instant.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { useSay, useWords } from '../words/area.js';
import { defense } from '../words/defense.js';
import { choiceWords } from '../words/dossier/dossier.js';
import { SheetForm } from './defense/SheetForm.js';

/** `/expert/sessions/:id/candidates/:applicationId`: my sheet for one candidate. */
export function ScoreSheetPage() {
  const { id = '', applicationId = '' } = useParams();
  const t = useWords(defense);
  const say = useSay();
  const query = useQuery(sheetQuery({ sessionId: id, applicationId }));
  const sheet = query.data;
  return (
    <Page
      title={sheet?.applicantName ?? t('sheet')}
      above={[{ title: t('mine'), to: '/expert' }]}
      query={query}
      lead={
        sheet && (
          <div className="row">
            <span lang="zh-CN">{sheet.unitName}</span>
            <span>{say(choiceWords[sheet.level] ?? { zh: sheet.level, en: sheet.level })}</span>
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
