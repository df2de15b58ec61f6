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

type Text = readonly [zh: string, en: string];
type Labels = Readonly<Record<string, Text>>;

/** The names of the values of a text: `n` of `还有 {{n}} 份`. */
type ValueNames<Chinese extends string> = Chinese extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | ValueNames<Rest>
  : never;
type Values<Chinese extends string> = [ValueNames<Chinese>] extends [never]
  ? []
  : [values: Readonly<Record<ValueNames<Chinese>, string | number>>];

/** Labels of one area of the portal. */
export interface Area<Of extends Labels> {
  readonly name: string;
  readonly labels: Of;
}

/**
 * Defines the labels of one area: Chinese first, English second, `{{n}}` for a value. They load with the page that
 * imports them.
 *
 * @example const labels = area('unit', { queue: ['待办', 'Work queue'], left: ['还有 {{n}} 份', '{{n}} left'] });
 */
export function area<const Of extends Labels>(name: string, labels: Of): Area<Of> {
  const entries = Object.entries<Text>(labels);
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

/**
 * A function for the labels of an area in the current language: `t('queue')`, `t('left', { n: 3 })`. The values a text
 * needs are part of its type.
 */
export function useLabels<Of extends Labels>({ name }: Area<Of>) {
  const { t } = useTranslation(name);
  return <Key extends keyof Of & string>(key: Key, ...values: Values<Of[Key][0]>): string => t(key, { ...values[0] });
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
