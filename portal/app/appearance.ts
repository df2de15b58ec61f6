import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';
export type Shade = 'light' | 'dark';

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
// Print is always in light colours.
const onPaper = window.matchMedia('print');
const listeners = new Set<() => void>();
const notifyAll = () => {
  for (const listener of listeners) listener();
};
for (const query of [prefersDark, onPaper]) query.addEventListener('change', notifyAll);

/** A preference stored earlier, or null when there is none or storage is unavailable. */
function chosen(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function choose(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private browsing may refuse storage: the choice then lasts until the page is left.
  }
  notifyAll();
}

/** Chinese unless the person chose English. */
export const startingLanguage = (): Language => (chosen('language') === 'en' ? 'en' : 'zh');
export const chooseLanguage = (language: Language) => choose('language', language);

/** Whose saved language this browser has turned to since they signed in; null: nobody's. */
export const languageTakenOf = () => chosen('languageOf');
export const takeLanguageOf = (personId: string) => choose('languageOf', personId);
/** The next sign-in turns to the saved language again. */
export const forgetLanguageTaken = () => choose('languageOf', '');

const shade = (): Shade => {
  if (onPaper.matches) return 'light';
  const choice = chosen('shade');
  return choice === 'dark' || choice === 'light' ? choice : prefersDark.matches ? 'dark' : 'light';
};

/** Light or dark: the person's choice, else the system's preference; and a setter. */
export function useShade(): readonly [Shade, (shade: Shade) => void] {
  const current = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, shade);
  return [current, (requested) => choose('shade', requested)];
}
