import type { Deadline } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';
import { useLocalized } from '../../labels/labelArea.js';

/**
 * A function that labels a deadline in the current language; empty until the law is loaded. The labels come with the
 * law's answer: its module would weigh on the first page.
 */
export function useDeadlineLabel() {
  const localize = useLocalized();
  const deadlines = useLaw()?.deadlines ?? [];
  return (name: Deadline['name']): string => {
    const labelled = deadlines.find((one) => one.name === name);
    return labelled === undefined ? '' : localize(labelled);
  };
}
