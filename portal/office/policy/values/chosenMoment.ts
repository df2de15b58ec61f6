import { createContext, type RefObject, useContext, useEffect } from 'react';

/** The moment that a day on a calendar goes to: what it is called, and how it is changed. */
export interface ChosenMoment {
  readonly name: string | null;
  /** What it was when it was chosen. */
  readonly value: string;
  readonly choose: (name: string, value: string) => void;
  readonly current: RefObject<{ readonly value: string; readonly onChange: (value: string) => void } | null>;
}

/** Given where a calendar stands beside the moments. */
export const MomentContext = createContext<ChosenMoment | null>(null);

/** Tells the calendar beside it, if there is one, how this moment is changed while it is the chosen one. */
export function useChosenMoment(name: string, value: string, onChange: (value: string) => void): ChosenMoment | null {
  const chosen = useContext(MomentContext);
  const isChosen = chosen?.name === name;
  useEffect(() => {
    if (isChosen && chosen) chosen.current.current = { value, onChange };
  });
  return chosen;
}
