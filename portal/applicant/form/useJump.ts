import { useEffect } from 'react';

/** Brings a field of the form into view and under the keyboard; a section's heading when no field is named. */
export function useJump(section: string, field: string | null): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const at = field === null ? null : document.getElementById(`${section}.${field}`);
      if (at !== null) {
        const inside = at.matches('input, textarea, button') ? at : at.querySelector<HTMLElement>('input');
        (inside ?? at).focus({ preventScroll: true });
        at.scrollIntoView({ block: 'center' });
      } else document.getElementById('formSection')?.focus({ preventScroll: field === null });
    });
    return () => cancelAnimationFrame(frame);
  }, [section, field]);
}
