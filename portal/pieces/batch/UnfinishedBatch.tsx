import { Alert, Button } from 'antd';
import { useSay, useWords } from '../../words/area.js';
import { batch as area } from '../../words/batch.js';
import { countIn } from './batchRecord.js';
import type { BatchState } from './useBatch.js';

/** A batch that was begun and not finished, to be gone on with. */
export function UnfinishedBatch({ state }: { readonly state: BatchState }) {
  const t = useWords(area);
  const say = useSay();
  const { batch, open } = state;
  if (batch === null || open || !batch.started) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="noPrint"
      style={{ marginBlockEnd: 16 }}
      title={t('unfinished', { act: say(batch), done: countIn(batch, 'done'), all: batch.lines.length })}
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
