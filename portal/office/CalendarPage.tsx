import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';

/** `/office/campaigns/:id/calendar`: working days, holidays, the overlay. */
export function CalendarPage() {
  const t = useWords(office);
  return <Page title={t('calendar')} empty />;
}
