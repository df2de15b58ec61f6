import { Button } from 'antd';
import { useLabels } from '../../labels/labelArea.js';
import { queue } from '../../labels/queue.js';
import type { QueueState } from './useQueueState.js';
import './queue.css';

/** Previous and next page of a list. */
export function Pages({ state, next }: { readonly state: QueueState; readonly next: string | null | undefined }) {
  const t = useLabels(queue);
  if (state.cursor === undefined && !next) return null;
  return (
    <nav className="row noPrint pages" aria-label={t('pages')}>
      {state.cursor === undefined ? null : <Button onClick={state.goFirst}>{t('first')}</Button>}
      {state.goBack === undefined ? null : <Button onClick={state.goBack}>{t('previous')}</Button>}
      {next ? <Button onClick={() => state.processDue(next)}>{t('next')}</Button> : null}
    </nav>
  );
}
