import { useTranslation } from 'react-i18next';
import type { DayKind } from '../../../rules/calendar/calendarYear.js';
import { weekdayOf } from '../../../rules/calendar/instant.js';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { calendar } from '../../labels/campaigns/calendar.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

/** One day of the API's calendar. */
export interface CalendarDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly working: boolean;
  readonly name: string | null;
  readonly nameEn: string | null;
}
interface Props {
  /** `2026-09` */
  readonly month: string;
  readonly days: readonly CalendarDay[];
  /** how much of the year is announced */
  readonly calendar: {
    readonly national: string;
    /** null where no regional festivals are counted */
    readonly regional: string | null;
  };
}
const heads = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const;

/** One month as a grid starting on Monday; no day is marked by colour alone. */
export function Month({ month, days, calendar: announced }: Props) {
  const t = useLabels(office);
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const first = days[0] === undefined ? 0 : (weekdayOf(days[0].date) + 6) % 7;
  const cells: (CalendarDay | null)[] = [...Array.from({ length: first }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  const isProvisional = ({ kind }: CalendarDay) =>
    (kind === 'regional' ? announced.regional : announced.national) !== 'official';
  const number = Number(month.slice(5));
  const name =
    language === 'zh'
      ? `${number}月`
      : new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`));
  return (
    <table className="calendarMonth">
      <caption>{name}</caption>
      <thead>
        <tr>
          {heads[language].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((one) => one !== null)?.date}>
            {Array.from({ length: 7 }, (_, column) => [column, week[column]] as const).map(([column, day]) =>
              day ? (
                <td key={day.date}>
                  <span
                    className={`calendarDay calendar-${day.kind}${isProvisional(day) ? ' calendarProvisional' : ''}`}
                    title={`${formatDay(day.date, language)} ${t(`kind_${day.kind}`)}${day.name === null ? '' : ` ${language === 'zh' ? day.name : day.nameEn}`}`}
                  >
                    {Number(day.date.slice(8))}
                    <Mark kind={day.kind} />
                    {day.kind === 'workday' ? null : (
                      <span className="visuallyHidden">
                        {t(`kind_${day.kind}`)} {language === 'zh' ? day.name : day.nameEn}
                      </span>
                    )}
                  </span>
                </td>
              ) : (
                <td key={`empty${column}`} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ kind }: Pick<CalendarDay, 'kind'>) {
  const t = useLabels(calendar);
  return kind === 'workday' || kind === 'weekend' ? null : (
    <small aria-hidden className="calendarMark">
      {t(kind)}
    </small>
  );
}
