import { useLaw } from '../../api/law.js';
import { useSay } from '../../words/area.js';

/** A role as the law says it. */
export function useRoleWords() {
  const law = useLaw();
  const say = useSay();
  return (name: string | null): string => {
    const role = law?.roles.find((one) => one.name === name);
    return role === undefined ? (name ?? '') : say(role);
  };
}
