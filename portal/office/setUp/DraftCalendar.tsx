import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../rules/calendar/instant.js';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { calendar as marks } from '../../labels/campaigns/calendar.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { ChosenMoment } from '../policy/values/chosenMoment.js';
import type { DraftDate } from './datesOf.js';
import { calendarQuery } from './draftQueries.js';
import '../calendar/calendar.css';

interface Props {
  readonly region: string;
  /** The month it begins with, `2024-08`. */
  readonly begin: string;
  readonly dates: readonly DraftDate[];
  readonly chosen: ChosenMoment;
}

const heads = { zh: '一二三四五六日'.split(''), en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] };

/** The month `months` later, `2024-08`. */
function monthAfter(month: string, months: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** One month with its holidays and what of the draft falls into it; a day goes to the moment that is chosen beside it. */
export function DraftCalendar({ region, begin, dates, chosen }: Props) {
  const t = useLabels(setUp);
  const labels = useLabels(office);
  const mark = useLabels(marks);
  const localize = useLocalized();
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh';
  const [month, setMonth] = useState(begin);
  const [followed, setFollowed] = useState(chosen.name);
  if (followed !== chosen.name) {
    // The month of the moment that was chosen comes into view.
    setFollowed(chosen.name);
    if (/^\d{4}-\d{2}/.test(chosen.value)) setMonth(chosen.value.slice(0, 7));
  }
  const { data } = useQuery(calendarQuery(region, Number(month.slice(0, 4))));
  const days = (data?.days ?? []).flatMap((one) => (one?.date.startsWith(month) ? [one] : []));
  const first = (weekdayOf(`${month}-01`) + 6) % 7;
  const here = dates.filter(({ day }) => day.startsWith(month));
  const go = (day: string) => {
    const target = chosen.current.current;
    if (chosen.name === null || target === null) return;
    const clock = target.value.split('T')[1];
    target.onChange(`${day}T${clock || '24:00'}`);
  };
  const edge = (date: DraftDate) => t(date.edge === 'opens' ? 'opensMark' : 'dueMark');
  return (
    <section className="draftCalendar" aria-label={labels('calendar')}>
      <div className="row" style={{ justifyContent: 'space-between' }}>
        <Button size="small" aria-label={t('previousMonth')} onClick={() => setMonth(monthAfter(month, -1))}>
          ‹
        </Button>
        <strong className="numbers">
          {language === 'zh' ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : month}
        </strong>
        <Button size="small" aria-label={t('nextMonth')} onClick={() => setMonth(monthAfter(month, 1))}>
          ›
        </Button>
      </div>
      <p className="quiet" aria-live="polite">
        {chosen.name === null ? t('chooseFirst') : t('choosing', { name: chosen.name })}
      </p>
      <div className="draftDays">
        {heads[language].map((head) => (
          <span key={head} className="quiet" aria-hidden>
            {head}
          </span>
        ))}
        {days.map((day, index) => {
          const own = here.filter((one) => one.day === day.date);
          const name = language === 'zh' ? day.name : day.nameEn;
          const said = [labels(`kind_${day.kind}`), name, ...own.map((one) => `${localize(one)} ${edge(one)}`)];
          const label = `${formatDay(day.date, language)} ${said.filter(Boolean).join(' ')}`;
          return (
            <button
              key={day.date}
              type="button"
              // Everything can be typed beside it: thirty stops of the tab key would be in the way.
              tabIndex={-1}
              aria-label={label}
              title={label}
              className={`calendarDay calendar-${day.kind}${own.length > 0 ? ' draftDayTaken' : ''}`}
              style={index === 0 ? { gridColumnStart: first + 1 } : {}}
              onClick={() => go(day.date)}
            >
              {Number(day.date.slice(8))}
              {day.kind === 'workday' || day.kind === 'weekend' ? null : (
                <small aria-hidden className="calendarMark">
                  {mark(day.kind)}
                </small>
              )}
            </button>
          );
        })}
      </div>
      <ul className="draftDates">
        {here.map((one) => (
          <li key={`${one.path} ${one.zh} ${one.edge} ${one.day}`}>
            <span className="numbers">
              {formatDay(one.day, language)} {one.clock}
            </span>{' '}
            {localize(one)} {edge(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}
