import { useQueries } from '@tanstack/react-query';
import { Modal } from 'antd';
import { applicationQuery } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { batch as area } from '../../labels/batch.js';
import { common } from '../../labels/common.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { GrowingTextArea } from '../GrowingTextArea.js';
import { BatchDecision } from './BatchDecision.js';
import { BatchLine } from './BatchLine.js';
import { type Batch, countIn } from './batchRecord.js';
import type { BatchState } from './useBatch.js';
import './batch.css';

interface Props {
  readonly state: BatchState;
  readonly batch: Batch;
  /** the batch has started: the selection is cleared; the rest can be resumed */
  readonly onFinished: () => void;
}

/** Shows what will happen to each application before it starts, then each outcome and what can be retried. */
export function BatchDialog({ state, batch, onFinished }: Props) {
  const t = useLabels(area);
  const tCommon = useLabels(common);
  const tActs = useLabels(acts);
  const localize = useLocalized();
  const { running, run, stop, close } = state;
  const queries = batch.lines.map(({ id }) => ({
    ...applicationQuery(id),
    staleTime: 0,
    refetchInterval: false as const,
  }));
  const applications = useQueries({ queries });
  const actionOf = (index: number) => applications[index]?.data?.actions.find(({ event }) => event === batch.event);
  const checking = applications.some(({ isPending }) => isPending);
  const ready = batch.lines.filter((_, index) => actionOf(index)?.allowed).length;
  const done = countIn(batch, 'done');
  const left = batch.lines.length - done;
  const takesFreeText = batch.takes !== 'nothing';

  const button = running
    ? { text: t('stop'), act: stop }
    : !batch.started
      ? { text: t('confirm', { act: localize(batch).replace(/^确认/, ''), n: ready }), act: run }
      : countIn(batch, 'waiting') > 0
        ? { text: t('continue'), act: run }
        : left > 0
          ? { text: t('again', { n: left }), act: run }
          : { text: t('finish'), act: finish };
  function finish() {
    close();
    onFinished();
  }

  return (
    <Modal
      open
      width={720}
      title={t('title', { act: localize(batch) })}
      mask={{ closable: false }}
      closable={!running}
      keyboard={!running}
      onCancel={batch.started ? finish : close}
      cancelText={tCommon(batch.started ? 'close' : 'cancel')}
      cancelButtonProps={{ disabled: running }}
      okText={button.text}
      okButtonProps={{ disabled: !batch.started && (checking || ready === 0) }}
      onOk={button.act}
    >
      <div className="stack" style={{ gap: 12 }}>
        {batch.started ? (
          <div role="status">
            <progress className="batchProgress" value={done} max={batch.lines.length} aria-label={localize(batch)} />
            {running ? t('progress', { done, all: batch.lines.length }) : t('summary', { done, left })}
          </div>
        ) : (
          <>
            <p style={{ margin: 0 }}>{t('willHappen')}</p>
            <div role="status">
              {checking ? t('checking') : t('ready', { n: ready })}
              {checking || ready === batch.lines.length ? null : (
                <strong className="batchSkipped">{t('notReady', { n: batch.lines.length - ready })}</strong>
              )}
            </div>
          </>
        )}
        {batch.takes !== 'attachments' || done > 0 || running ? null : <BatchDecision state={state} batch={batch} />}
        {!takesFreeText || done > 0 || running ? null : (
          <div className="batchReason">
            <label htmlFor="batchReason">{tActs(batch.takes === 'freeText' ? 'reason' : 'remark')}</label>
            <GrowingTextArea
              id="batchReason"
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={batch.reason}
              onChange={({ target }) => state.setReason(target.value)}
            />
            <span className="quiet">{tActs('reasonHint')}</span>
          </div>
        )}
        <ol className="batchLines">
          {batch.lines.map((line, index) => (
            <BatchLine key={line.id} line={line} application={applications[index]?.data} action={actionOf(index)} />
          ))}
        </ol>
      </div>
    </Modal>
  );
}
