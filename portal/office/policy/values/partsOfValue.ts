import { windowNames } from '../../../../rules/policy/policy.js';

const isWindow = (key: string) => windowNames.some((name) => name === key);

/** Windows that a set of them leaves out: those of a level, a committee or a round. */
export function absentWindows(value: object): readonly (readonly [name: string, value: null])[] {
  const keys = Object.keys(value);
  const holdsWindows = keys.some(isWindow) || (keys.length === 1 && keys[0] === 'level');
  return holdsWindows ? windowNames.flatMap((name) => (keys.includes(name) ? [] : [[name, null] as const])) : [];
}

/** Whether a part may be taken away: an entry of a list that has others, or a part that may be absent. */
export function isRemovable(key: string, part: unknown, of: object): boolean {
  if (Array.isArray(of)) return of.length > 1;
  return part !== null && !('opens' in of && 'due' in of) && mayBeAbsent(key, of);
}

function mayBeAbsent(key: string, of: object): boolean {
  return (
    isWindow(key) || (key in of && ['window', 'unit', 'chain', 'applicant', 'correctionUntil', 'tracks'].includes(key))
  );
}

/** The value without a part: windows of a set are left out, other parts are null. */
export function without(value: object, key: string): unknown {
  if (Array.isArray(value)) return value.toSpliced(Number(key), 1);
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return isWindow(key) ? rest : { ...rest, [key]: null };
}
