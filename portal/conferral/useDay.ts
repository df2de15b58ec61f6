import { useTranslation } from 'react-i18next';
import { formatDay } from '../components/deadline/formatTimestamps.js';

/**
 * Returns a function that formats a day, or the day of an instant; always with the year, because these pages are kept.
 */
export function useDay() {
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh';
  return (date: string) => formatDay(date.slice(0, 10), language);
}
