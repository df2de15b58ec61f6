import type { Application } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';

/**
 * The steps of the application's own way to the title, and the index of the present one; for a status beside the way, of
 * the step it branches off from.
 */
export function usePath({ status, statuses }: Pick<Application, 'status' | 'statuses'>) {
  const law = useLaw();
  const path = statuses.filter(({ main }) => main);
  const orderOf = (name: string) => law?.statuses.find((one) => one.name === name)?.order ?? 0;
  const here = path.findIndex((step) => step.here);
  const branch = path.findLastIndex(({ name }) => orderOf(name) <= orderOf(status));
  return { path, at: here >= 0 ? here : Math.max(0, branch) };
}
