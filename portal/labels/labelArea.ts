import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { BilingualText } from '../../rules/bilingualText.js';
import { startingLanguage } from '../app/appearance.js';

await i18next.use(initReactI18next).init({
  lng: startingLanguage(),
  fallbackLng: 'zh',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false, bindI18nStore: 'added' },
});

/** Labels of one area of the portal. */
export interface Area<Key extends string> {
  readonly name: string;
  readonly labels: Readonly<Record<Key, readonly [zh: string, en: string]>>;
}

/**
 * Defines the labels of one area: Chinese first, English second, `{{n}}` for a value. They load with the page that
 * imports them.
 *
 * @example const labels = area('unit', { queue: ['待办', 'Work queue'], left: ['还有 {{n}} 份', '{{n}} left'] });
 */
export function area<Key extends string>(
  name: string,
  labels: Readonly<Record<Key, readonly [zh: string, en: string]>>,
): Area<Key> {
  const entries = Object.entries<readonly [string, string]>(labels);
  i18next.addResourceBundle('zh', name, Object.fromEntries(entries.map(([key, [zh]]) => [key, zh])));
  i18next.addResourceBundle('en', name, Object.fromEntries(entries.map(([key, [, en]]) => [key, en])));
  return { name, labels };
}

type CodeLabels<Prefix extends string, Code extends string> = {
  readonly [Key in `${Prefix}_${Code}`]: readonly [zh: string, en: string];
};

/** The labels of a closed list of rules/ as texts of an area, `state_open` for the code `open` and the prefix `state`. */
export function codeLabels<Prefix extends string, Code extends string>(
  prefix: Prefix,
  labels: Readonly<Record<Code, BilingualText>>,
): CodeLabels<Prefix, Code> {
  const entries = Object.entries<BilingualText>(labels).map(([code, { zh, en }]) => [`${prefix}_${code}`, [zh, en]]);
  return Object.fromEntries(entries) as CodeLabels<Prefix, Code>;
}

/** A function for the labels of an area in the current language: `t('queue')`, `t('left', { n: 3 })`. */
export function useLabels<Key extends string>({ name }: Area<Key>) {
  const { t } = useTranslation(name);
  return (key: Key, values: Readonly<Record<string, string | number>> = {}): string => t(key, values);
}

/** A function that picks the current language of a bilingual text. */
export function useLocalized() {
  const { i18n } = useTranslation();
  return ({ zh, en }: { readonly zh: string; readonly en: string }) => (i18n.language === 'zh' ? zh : en);
}

/** Separators in the current language: between a name and its value, and between the items of a list. */
export function useMarks() {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? { colon: '：', comma: '、', or: '或' } : { colon: ': ', comma: ', ', or: ' or ' };
}
