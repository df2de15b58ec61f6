import { useLaw } from '../api/law.js';
import { useLocalized } from '../labels/labelArea.js';

/** The law's labels of roles. */
export function useRoleLabels() {
  const law = useLaw();
  const localize = useLocalized();
  return (name: string | null): string => {
    const role = law?.roles.find((one) => one.name === name);
    return role === undefined ? (name ?? '') : localize(role);
  };
}
