import { useTranslation } from 'react-i18next';
import { account } from '../../labels/account.js';
import { useLabels } from '../../labels/labelArea.js';

/** A link to the person's own deadlines and appointments as a file for their calendar. */
export function CalendarLink() {
  const t = useLabels(account);
  const { i18n } = useTranslation();
  return (
    <a href={`/api/me/calendar.ics?language=${i18n.language === 'en' ? 'en' : 'zh'}`} download>
      {t('calendarFile')}
    </a>
  );
}
