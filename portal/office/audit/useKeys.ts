import { useEffect, useRef, useSyncExternalStore } from 'react';

const KEY = 'auditKeys';
const listeners = new Set<() => void>();
const requested = () => localStorage.getItem(KEY) !== 'off';

/** Whether single-letter shortcuts are on; people who use speech input can turn them off (WCAG 2.1.4). */
export function useShortcutsEnabled() {
  const on = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, requested);
  return [
    on,
    (yes: boolean) => {
      localStorage.setItem(KEY, yes ? 'on' : 'off');
      for (const listener of listeners) listener();
    },
  ] as const;
}

/** Runs the handler of a pressed letter, unless an input or a dialog has the focus. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const [on] = useShortcutsEnabled();
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]')) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      const act = current.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on]);
}
