import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Batch, type BatchAct, type Decision, keepBatch, type Line, newBatch, readBatch } from './batchRecord.js';
import { sendLine } from './sendLine.js';

/** One batch at a time, kept in this tab: after a reload, a lost connection or a stop it can be resumed. */
export function useBatch(name: string) {
  const client = useQueryClient();
  const [batch, setBatch] = useState(() => readBatch(name));
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState(false);
  const latest = useRef(batch);
  const stopped = useRef(false);

  function put(next: Batch | null) {
    latest.current = next;
    keepBatch(name, next?.started ? next : null);
    setBatch(next);
  }
  function putLine(line: Line) {
    const { current } = latest;
    if (current) put({ ...current, lines: current.lines.map((one) => (one.id === line.id ? line : one)) });
  }
  /** Sends the remaining lines one after the other, until the end or until it is stopped. */
  async function run() {
    const { current } = latest;
    if (current === null) return;
    stopped.current = false;
    setRunning(true);
    put({ ...current, started: true });
    for (const { id } of current.lines.filter(({ state }) => state !== 'done')) {
      const line = latest.current?.lines.find((one) => one.id === id);
      if (stopped.current || line === undefined || latest.current === null) break;
      putLine({ ...line, state: 'sending' });
      putLine(await sendLine(client, latest.current, line, putLine));
    }
    setRunning(false);
    void client.invalidateQueries({ queryKey: ['queue'] });
  }

  return {
    batch,
    open,
    running,
    begin(act: BatchAct) {
      put(newBatch(act));
      setOpen(true);
    },
    setReason: (reason: string) => latest.current && put({ ...latest.current, reason }),
    setDecision: (part: Partial<Decision>) => {
      const { current } = latest;
      if (current) put({ ...current, decision: { ...current.decision, ...part } });
    },
    run: () => void run(),
    stop: () => {
      stopped.current = true;
    },
    resume: () => setOpen(true),
    /** Closes the dialog; an unfinished batch can be resumed. */
    close() {
      setOpen(false);
      if (latest.current?.lines.every(({ state }) => state === 'done') || !latest.current?.started) put(null);
    },
    drop() {
      setOpen(false);
      put(null);
    },
  };
}
export type BatchState = ReturnType<typeof useBatch>;
