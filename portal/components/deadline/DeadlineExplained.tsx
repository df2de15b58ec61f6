import { useTranslation } from 'react-i18next';
import type { Deadline } from '../../api/applications.js';
import { useLabels } from '../../labels/labelArea.js';
import { time } from '../../labels/time.js';
import { BilingualText } from '../dossier/BilingualText.js';
import { formatDay } from './formatTimestamps.js';
import { Instant } from './Instant.js';

/** How a deadline is counted: the API's explanation, the clause, each skipped day, and what moved it. */
export function DeadlineExplained({ deadline }: { readonly deadline: Deadline }) {
  const t = useLabels(time);
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { countedFrom, days, rule, skipped, moved } = deadline;
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [
      t('clause'),
      <span key="v" lang="zh-CN">
        {deadline.clause}
      </span>,
    ],
    [t('days'), rule === 'as_written' ? t('as_written') : t(rule, { n: days ?? 0 })],
    ...(countedFrom === null
      ? []
      : [[t('counted'), t('countedAfter', { date: formatDay(countedFrom, language) })] as const]),
    ...(skipped.length === 0
      ? []
      : [
          [
            t('skipped'),
            skipped.map(({ date, reason, reasonEn }) => (
              <div key={date}>
                {formatDay(date, language)}{' '}
                <span className="quiet">
                  <BilingualText zh={reason} en={reasonEn} />
                </span>
              </div>
            )),
          ] as const,
        ]),
    ...(moved.length === 0
      ? []
      : [
          [
            t('moved'),
            moved.map(({ from, to, why }) => (
              <div key={to}>
                <Instant at={from} due /> → <Instant at={to} due /> ({t(why)})
              </div>
            )),
          ] as const,
        ]),
    [t('calendarVersion'), deadline.calendarVersion],
  ];
  return (
    <div>
      <p style={{ marginBlock: '0 8px' }}>
        <BilingualText zh={deadline.explanation} en={deadline.explanationEn} />
      </p>
      {deadline.provisional ? <p className="quiet">{t('provisionalMore')}</p> : null}
      <dl className="explained">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt className="quiet">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
