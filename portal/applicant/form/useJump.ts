import { useEffect, useRef } from 'react';

/**
 * Scrolls to a field of the form and focuses it; to the section's heading when no field is named. `ready`: missing
 * items are loaded, so that their upload buttons exist.
 */
export function useJump(section: string, field: string | null, ready: boolean): void {
  const done = useRef('');
  useEffect(() => {
    const target = `${section}.${field ?? ''}`;
    const frame = requestAnimationFrame(() => {
      if (done.current === target) return;
      const at = field === null ? null : document.getElementById(target);
      if (at === null && field !== null && !ready) return;
      done.current = target;
      if (at === null) return document.getElementById('formSection')?.focus({ preventScroll: field === null });
      const inside = at.matches('input, textarea, button') ? at : at.querySelector<HTMLElement>('input');
      (inside ?? at).focus({ preventScroll: true });
      at.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [section, field, ready]);
}
