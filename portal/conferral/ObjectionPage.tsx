import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import { ObjectionForm } from './ObjectionForm.js';
import { OpenPage } from './OpenPage.js';
import { OutcomeLookup } from './OutcomeLookup.js';
import { noticeQuery } from './queries.js';
import { type Receipt, TakenObjection } from './TakenObjection.js';

/** `/objection/:id`: a reader of a public notice objects to it, and looks up the outcome later. */
export function ObjectionPage() {
  const { id = '' } = useParams();
  const t = useLabels(conferral);
  const localize = useLocalized();
  const { data: notice, error, refetch } = useQuery(noticeQuery(id));
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  return (
    <OpenPage title={t('objection')} lead={t('objectionLead')}>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {notice === undefined ? (
        error === null && <Loading rows={3} />
      ) : (
        <Panel title={t('about')}>
          <Facts
            facts={[
              [t('name'), notice.name, 'chinese'],
              [t('unit'), notice.unitName, 'chinese'],
              [t('specialty'), notice.specialty, 'chinese'],
              ...(notice.campaign?.contact ?? []).map(
                ({ zh, en, value }) => [localize({ zh, en }), value, 'chinese'] as const,
              ),
            ]}
          />
        </Panel>
      )}
      {receipt === null ? (
        notice && <ObjectionForm noticeId={id} onTaken={setReceipt} />
      ) : (
        <TakenObjection noticeId={id} receipt={receipt} />
      )}
      <OutcomeLookup noticeId={id} />
    </OpenPage>
  );
}
