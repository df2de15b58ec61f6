import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Batch, type BatchAct, type Decision, keepBatch, type Line, newBatch, readBatch } from './batchRecord.js';
import { sendLines } from './sendLines.js';

/** Lines in one request: few enough that a person can stop between two. */
const atOnce = 25;

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
  function putLines(lines: readonly Line[]) {
    const { current } = latest;
    const known = new Map(lines.map((line) => [line.id, line]));
    if (current) put({ ...current, lines: current.lines.map((one) => known.get(one.id) ?? one) });
  }
  /** Sends the remaining lines, some at a time, until the end or until it is stopped. */
  async function run() {
    const { current } = latest;
    if (current === null) return;
    stopped.current = false;
    setRunning(true);
    put({ ...current, started: true });
    const remaining = current.lines.flatMap(({ id, state }) => (state === 'done' ? [] : [id]));
    for (let from = 0; from < remaining.length && !stopped.current; from += atOnce) {
      const ids = remaining.slice(from, from + atOnce);
      const lines = latest.current?.lines.filter(({ id }) => ids.includes(id)) ?? [];
      if (latest.current === null) break;
      putLines(lines.map((line) => ({ ...line, state: 'sending' })));
      putLines(await sendLines(client, latest.current, lines, putLines));
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
