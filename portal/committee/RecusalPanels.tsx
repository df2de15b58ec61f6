import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { ConflictDialog } from './ConflictDialog.js';
import { ConflictList } from './ConflictList.js';
import { DecideDialog } from './DecideDialog.js';
import { conflictsQuery, type Recusal, recusalsQuery } from './queries.js';
import { RecusalList } from './RecusalList.js';
import { RecuseDialog } from './RecuseDialog.js';

interface Props {
  readonly campaignId: string;
  /** the office sees all recusals and decides; an expert sees their own; the supervisor reads */
  readonly as: 'office' | 'expert' | 'supervisor';
}

/** Recusals and conflicts of a campaign: lists, and dialogs that add to them. */
export function RecusalPanels({ campaignId, as }: Props) {
  const t = useLabels(committee);
  const forOthers = as === 'office';
  const reads = as === 'supervisor';
  const recusals = useQuery(recusalsQuery(campaignId));
  const conflicts = useQuery(conflictsQuery(campaignId));
  const [dialog, setDialog] = useState<'recuse' | 'declare' | Recusal | null>(null);
  const close = () => setDialog(null);
  const error = recusals.error ?? conflicts.error;
  return (
    <>
      {error === null ? null : <Problem error={error} />}
      <Panel
        title={t('recusals')}
        extra={
          reads ? undefined : (
            <Button onClick={() => setDialog('recuse')}>{t(forOthers ? 'recuse' : 'recuseSelf')}</Button>
          )
        }
      >
        {as === 'expert' ? <p className="quiet">{t('myRecusalsLead')}</p> : null}
        {recusals.data === undefined ? (
          <Loading rows={2} />
        ) : (
          <RecusalList recusals={recusals.data} {...(forOthers ? { onDecide: setDialog } : {})} />
        )}
      </Panel>
      <Panel
        title={t('conflicts')}
        extra={reads ? undefined : <Button onClick={() => setDialog('declare')}>{t('declare')}</Button>}
      >
        {conflicts.data === undefined ? <Loading rows={2} /> : <ConflictList conflicts={conflicts.data} />}
      </Panel>
      {dialog === 'recuse' ? <RecuseDialog campaignId={campaignId} forOthers={forOthers} onClose={close} /> : null}
      {dialog === 'declare' ? <ConflictDialog campaignId={campaignId} forOthers={forOthers} onClose={close} /> : null}
      {dialog !== null && typeof dialog === 'object' ? (
        <DecideDialog campaignId={campaignId} recusal={dialog} onClose={close} />
      ) : null}
    </>
  );
}
