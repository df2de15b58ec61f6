import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, saveDraft } from './draftQueries.js';

/** Changes by path; undefined takes a part away. */
export type Changes = Readonly<Record<string, unknown>>;

export interface EditedDraft {
  /** As it was saved last, with what is wrong and what the linter finds. */
  readonly saved: Draft;
  /** With what has not been saved yet. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly state: 'saved' | 'unsaved' | 'saving' | 'failed';
  readonly error: unknown;
  readonly set: (changes: Changes) => void;
  /** Saves what is left at once. False: it could not be saved. */
  readonly flush: () => Promise<boolean>;
}

/** People pause this long between two words. */
const pauseMs = 500;

/** A draft on its page: what is changed is saved after a short pause, one change after the other. */
export function useDraft(begun: Draft, step: string): EditedDraft {
  const [saved, setSaved] = useState(begun);
  const [values, setValues] = useState<EditedDraft['values']>(begun.values as EditedDraft['values']);
  const [state, setState] = useState<EditedDraft['state']>('saved');
  const [error, setError] = useState<unknown>(null);
  const left = useRef<Changes>({});
  const seq = useRef(begun.seq);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const at = useRef(step);
  at.current = step;

  const send = useCallback(async (): Promise<boolean> => {
    while (Object.keys(left.current).length > 0) {
      const sent = left.current;
      left.current = {};
      setState('saving');
      const changes = Object.entries(sent).map(([path, value]) => (value === undefined ? { path } : { path, value }));
      try {
        const answered = await saveDraft(begun.id, { seq: seq.current, step: at.current, changes });
        seq.current = answered.seq;
        setSaved(answered);
        setError(null);
      } catch (failure) {
        left.current = { ...sent, ...left.current };
        setState('failed');
        setError(failure);
        return false;
      }
    }
    setState('saved');
    return true;
  }, [begun.id]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    running.current = (running.current ?? Promise.resolve(true)).then(send);
    return await running.current;
  }, [send]);

  const set = useCallback(
    (changes: Changes) => {
      left.current = { ...left.current, ...changes };
      setValues((present) => ({ ...present, ...changes }));
      setState('unsaved');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pauseMs);
    },
    [flush],
  );

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (Object.keys(left.current).length === 0) return;
      void flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      void flush();
    };
  }, [flush]);

  return { saved, values, state, error, set, flush };
}
