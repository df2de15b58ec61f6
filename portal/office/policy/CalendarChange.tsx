import type { components } from '../../api/schema.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

/** The changes of a newer calendar by year: holidays announced, or days corrected. */
export function CalendarChange({ news }: { readonly news: components['schemas']['CalendarNews'] }) {
  const t = useLabels(office);
  return (
    <ul className="plainList">
      {news.years.map(({ year, change }) => (
        <li key={year}>{t(`year_${change}`, { year })}</li>
      ))}
    </ul>
  );
}
