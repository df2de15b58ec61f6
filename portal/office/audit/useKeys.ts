import { useEffect, useRef, useSyncExternalStore } from 'react';

const KEY = 'auditKeys';
const listeners = new Set<() => void>();
const requested = () => localStorage.getItem(KEY) !== 'off';

/** Whether single letters do something on the audit's page; who speaks to their computer turns them off (WCAG 2.1.4). */
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

/** Calls what belongs to a letter, unless something is being typed or a dialog is open. */
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
