import { useTranslation } from 'react-i18next';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { CalendarDay } from './Month.js';

/** All holidays and make-up working days of the year, with their names. */
export function SpecialDays({ days }: { readonly days: readonly CalendarDay[] }) {
  const t = useLabels(office);
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const special = days.filter(({ kind }) => kind !== 'workday' && kind !== 'weekend');
  if (special.length === 0) return null;
  return (
    <Panel title={t('specialDays')}>
      <ul className="calendarSpecial">
        {special.map(({ date, kind, name, nameEn }) => (
          <li key={date}>
            <span className="numbers">{formatDay(date, language, date.slice(0, 4))}</span>{' '}
            <span className="quiet">{t(`kind_${kind}`)}</span> <span>{language === 'zh' ? name : nameEn}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
