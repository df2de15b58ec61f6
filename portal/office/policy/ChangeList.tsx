import type { ReactNode } from 'react';
import { Instant } from '../../components/deadline/Instant.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { useValueLabels } from './values/useValueLabels.js';

/** One change of a policy: title, time, author, reason and values. */
export interface Change {
  readonly key: string | number;
  readonly head: ReactNode;
  readonly at: string;
  readonly by?: string;
  readonly reason: string;
  readonly changes: readonly {
    readonly path: string;
    readonly zh: string;
    readonly en: string;
    readonly from?: unknown;
    readonly to?: unknown;
  }[];
  /** The version of the calendar, if the change brings another. */
  readonly calendarVersion: string | null;
  /** Additional text or acts. */
  readonly more?: ReactNode;
}

/** Changes of a policy, newest first. */
export function ChangeList({ items }: { readonly items: readonly Change[] }) {
  const t = useLabels(office);
  const { formatValue } = useValueLabels();
  const localize = useLocalized();
  const mark = useMarks();
  return (
    <ol className="eventList" reversed>
      {items.map(({ key, head, at, by, reason, changes, calendarVersion, more }) => (
        <li key={key}>
          <div className="eventHead">
            {head}
            <Instant at={at} />
          </div>
          {by === undefined ? null : (
            <div className="quiet" lang="zh-CN">
              {by}
            </div>
          )}
          <p className="writtenText" lang="zh-CN">
            {reason}
          </p>
          <ul className="plainList">
            {changes.map(({ path, zh, en, from, to }) => (
              <li key={path}>
                {localize({ zh, en })}
                {mark.colon}
                {formatValue(from, path)} → {formatValue(to, path)}
                {isConfirmed(to) && !isConfirmed(from) ? ` · ${t('confirmed')}` : null}
              </li>
            ))}
          </ul>
          {calendarVersion === null ? null : <p>{t('withCalendar', { version: calendarVersion })}</p>}
          {more}
        </li>
      ))}
    </ol>
  );
}

const isConfirmed = (value: unknown) =>
  typeof value === 'object' && value !== null && 'confirmed' in value && value.confirmed === true;
