import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { PauseItem } from './PauseItem.js';
import { pauses as area } from './pauseLabels.js';
import { pausesQuery } from './pauseQueries.js';
import { RequestPauseDialog } from './RequestPauseDialog.js';

interface Props {
  readonly campaignId: string;
  /** for those who may only look; nothing is shown when there is none */
  readonly readOnly?: boolean;
}

/** Pauses of the deadlines of a whole campaign: how far each has come, and what may be done next. */
export function CampaignPauses({ campaignId, readOnly = false }: Props) {
  const t = useLabels(area);
  const { data, error, refetch } = useQuery(pausesQuery(campaignId));
  const [asking, setAsking] = useState(false);
  const items = data ?? [];
  if (readOnly && items.length === 0) return null;
  const isOpen = items.some(({ state, resumed }) => state !== 'refused' && !resumed?.doneAt);
  const button =
    readOnly || data === undefined || isOpen ? null : <Button onClick={() => setAsking(true)}>{t('ask')}</Button>;
  return (
    <Panel title={t('ofCampaign')} id="campaign-pauses" extra={button}>
      {readOnly ? null : (
        <p className="quiet" style={{ marginBlockStart: 0 }}>
          {t('lead')}
        </p>
      )}
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 ? <p className="nothingHere">{t('none')}</p> : null}
      {items.length === 0 ? null : (
        <ol className="eventList" reversed>
          {items.map((pause) => (
            <PauseItem key={pause.id} campaignId={campaignId} pause={pause} readOnly={readOnly} />
          ))}
        </ol>
      )}
      {asking ? <RequestPauseDialog campaignId={campaignId} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}
