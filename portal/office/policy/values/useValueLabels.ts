import { useTranslation } from 'react-i18next';
import { identityReaders } from '../../../../rules/access/identityReaders.js';
import { roleLabels } from '../../../../rules/application/labels.js';
import { regionCodes, regions } from '../../../../rules/calendar/overlays/regions.js';
import { committeeKinds } from '../../../../rules/policy/policy.js';
import { formatDay } from '../../../components/deadline/formatTimestamps.js';
import { common } from '../../../labels/common.js';
import { useChoiceLabel } from '../../../labels/dossier/useChoiceLabel.js';
import { useLabels, useLocalized, useMarks } from '../../../labels/labelArea.js';
import { office } from '../../../labels/office.js';

type Tree = Readonly<Record<string, unknown>>;
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

const parts = [
  ...([
    'regions',
    'departments',
    'units',
    'due',
    'level',
    'years',
    'grades',
    'minimum',
    'code',
    'name',
    'kind',
    'specialties',
    'fees',
    'windows',
    'audit',
    'payment',
    'materials',
    'weight',
    'window',
    'workingDays',
    'first',
    'later',
    'filing',
    'opens',
    'applicant',
    'unit',
    'chain',
    'committee',
    'byDepartment',
    'correctionUntil',
    'tracks',
    'levels',
    'zh',
    'en',
  ] as const),
  ...committeeKinds,
];
const isPart = (key: string): key is (typeof parts)[number] => parts.some((part) => part === key);

/** A region, department or unit that a policy names. */
const isNamed = (value: Tree): value is { readonly name: string } =>
  typeof value.name === 'string' &&
  Object.keys(value).every((key) => key === 'code' || key === 'name' || key === 'due');

/** The `lang` of a formatted value: names people gave stay Chinese. */
export const languageOfValue = (description: string) => (/\p{Script=Han}/u.test(description) ? 'zh-CN' : undefined);

/** Returns a function that formats a policy value: days with weekday, yes and no, yuan, fractions, lists. */
export function useValueLabels() {
  const t = useLabels(office);
  const labels = useLabels(common);
  const localize = useLocalized();
  const choiceLabel = useChoiceLabel();
  const mark = useMarks();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const name = (key: string): string => {
    const region = regionCodes.find((code) => code === key);
    if (region !== undefined) return localize(regions[region]);
    const known = choiceLabel(key);
    if (known !== key) return known;
    const reader = identityReaders.find((role) => role === key);
    if (reader !== undefined) return localize(roleLabels[reader]);
    if (key === 'calendar') return t('calendar_');
    if (key === 'working' || key === 'male' || key === 'female' || key === 'femaleWorker' || key === 'days')
      return t(key);
    return isPart(key) ? t(`part_${key}`) : key;
  };
  const one = (value: unknown, path: string): string => {
    if (value === null || value === undefined) return t('notSet');
    if (typeof value === 'boolean') return labels(value ? 'yes' : 'no');
    if (typeof value === 'number') return path === 'fees' ? `${value / 100} ${t('yuan')}` : String(value);
    if (typeof value === 'string') {
      return moment.test(value) ? `${formatDay(value.slice(0, 10), language)} ${value.slice(11, 16)}` : name(value);
    }
    if (Array.isArray(value)) return value.map((item) => one(item, path)).join(mark.comma);
    return tree(value as Tree, path);
  };
  const tree = (value: Tree, path: string): string => {
    const { opens, due, numerator, denominator, days, count } = value;
    if (opens !== undefined && due !== undefined) return `${one(opens, path)} — ${one(due, path)}`;
    if (numerator !== undefined) return `${String(numerator)}/${String(denominator)}`;
    if (days !== undefined && count !== undefined) return `${String(days)} ${one(count, path)}`;
    if (isNamed(value)) return due === undefined ? value.name : `${value.name} ${one(due, path)}`;
    if ('value' in value && 'clause' in value) return one(value.value, path);
    if (typeof value.name === 'string' && 'code' in value) {
      const { name: named, code: _, ...rest } = value;
      const more = Object.keys(rest).length === 0 ? '' : tree(rest, path);
      return more === '' ? named : language === 'zh' ? `${named}（${more}）` : `${named} (${more})`;
    }
    return Object.entries(value)
      .map(([key, inner]) => `${name(key)} ${one(inner, key === 'fees' ? key : path)}`)
      .join(language === 'zh' ? '；' : '; ');
  };
  return { formatValue: one, localizedName: name };
}
