import { Input } from 'antd';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { now } from '../../api/config.js';
import { acts } from '../../labels/acts.js';
import { useLabels } from '../../labels/labelArea.js';
import type { Batch } from './batchRecord.js';
import type { BatchState } from './useBatch.js';

/** The unit's decision for all recommendations of a batch: one meeting often decides on several candidates. */
export function BatchDecision({ state, batch }: { readonly state: BatchState; readonly batch: Batch }) {
  const t = useLabels(acts);
  const { decidedOn, decisionNumber, leader } = batch.decision;
  return (
    <div className="batchReason">
      <label htmlFor="batchDecidedOn">{t('unitDecidedOn')}</label>
      <Input
        id="batchDecidedOn"
        type="date"
        max={localDateOf(now())}
        style={{ width: 200 }}
        value={decidedOn}
        onChange={({ target }) => state.setDecision({ decidedOn: target.value })}
      />
      <label htmlFor="batchDecisionNumber">{t('unitDecisionNumber')}</label>
      <Input
        id="batchDecisionNumber"
        maxLength={100}
        value={decisionNumber}
        onChange={({ target }) => state.setDecision({ decisionNumber: target.value })}
      />
      <label htmlFor="batchLeader">{t('leader')}</label>
      <Input
        id="batchLeader"
        maxLength={100}
        value={leader}
        onChange={({ target }) => state.setDecision({ leader: target.value })}
      />
    </div>
  );
}
