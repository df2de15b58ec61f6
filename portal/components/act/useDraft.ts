import { useRef } from 'react';
import type { FormValues } from './forms.js';

/** The input of one act's form, kept in this tab until the act is done: no reload, crash or sign-in loses it. */
export function useDraft(applicationId: string, event: string) {
  const name = `act:${applicationId}:${event}`;
  const initial = useRef<FormValues | null>(null);
  initial.current ??= read(name);
  return {
    initial: initial.current,
    found: Object.keys(initial.current).length > 0,
    keep: (typed: FormValues) => write(name, typed),
    forget: () => write(name, null),
  };
}

function read(name: string): FormValues {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as FormValues;
  } catch {
    return {};
  }
}

function write(name: string, typed: FormValues | null): void {
  try {
    if (typed === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(typed));
  } catch {
    // Storage is full or forbidden: the open form still holds the input.
  }
}
