import type { components } from '../../api/schema.js';
import { useWords } from '../../words/area.js';
import { office } from '../../words/office.js';

/** What a newer calendar says, by year: its holidays are out, or days were put right. */
export function CalendarChange({ news }: { readonly news: components['schemas']['CalendarNews'] }) {
  const t = useWords(office);
  return (
    <ul className="plainList">
      {news.years.map(({ year, change }) => (
        <li key={year}>{t(`year_${change}`, { year })}</li>
      ))}
    </ul>
  );
}
