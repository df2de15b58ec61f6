import { useTranslation } from 'react-i18next';
import { now } from '../../api/config.js';
import { formatInstant } from './formatTimestamps.js';

/** Beijing time with the weekday, `8月30日 周五 18:00`; with `due`, midnight is shown as 24:00 of the day before. */
export function Instant({ at, due = false }: { readonly at: string; readonly due?: boolean }) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <time dateTime={at} className="numbers">
      {formatInstant(at, { language, now: now(), due })}
    </time>
  );
}
