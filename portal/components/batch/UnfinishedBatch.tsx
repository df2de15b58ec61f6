import { Alert, Button } from 'antd';
import { batch as area } from '../../labels/batch.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { countIn } from './batchRecord.js';
import type { BatchState } from './useBatch.js';

/** An unfinished batch of this tab, to be resumed. */
export function UnfinishedBatch({ state }: { readonly state: BatchState }) {
  const t = useLabels(area);
  const localize = useLocalized();
  const { batch, open } = state;
  if (batch === null || open || !batch.started) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="noPrint"
      style={{ marginBlockEnd: 16 }}
      title={t('unfinished', { act: localize(batch), done: countIn(batch, 'done'), all: batch.lines.length })}
      action={
        <div className="row">
          <Button size="small" type="primary" onClick={state.resume}>
            {t('resume')}
          </Button>
          <Button size="small" onClick={state.drop}>
            {t('drop')}
          </Button>
        </div>
      }
    />
  );
}
