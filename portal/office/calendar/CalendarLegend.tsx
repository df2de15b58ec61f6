import { Alert, Tag } from 'antd';
import { dayKinds } from '../../../rules/calendar/calendarYear.js';
import type { components } from '../../api/schema.js';
import { calendar as marks } from '../../labels/campaigns/calendar.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

type Calendar = components['schemas']['CalendarYear'];

/** The meaning of colours and letters, and how much of the year is announced. */
export function CalendarLegend({ calendar }: { readonly calendar: Calendar }) {
  const t = useLabels(office);
  const mark = useLabels(marks);
  const colour = (state: Calendar['state']) => (state === 'official' ? 'success' : 'warning');
  const kinds = dayKinds.filter((kind) => kind !== 'regional' || calendar.regional !== null);
  return (
    <>
      {calendar.state === 'official' ? null : <Alert type="warning" showIcon title={t('provisionalYear')} />}
      <div className="row" style={{ gap: '8px 24px' }}>
        <span>
          {t('national')} <Tag color={colour(calendar.national)}>{t(`yearState_${calendar.national}`)}</Tag>
        </span>
        <span>
          {t('region')} {t(`region_${calendar.region}`)}{' '}
          {calendar.regional === null ? null : (
            <Tag color={colour(calendar.regional)}>{t(`yearState_${calendar.regional}`)}</Tag>
          )}
        </span>
        <span className="quiet">
          {t('calendarVersion')} {calendar.version}
        </span>
      </div>
      <ul className="calendarLegend" aria-label={t('legend')}>
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`calendarDay calendar-${kind}`} aria-hidden>
              {kind === 'workday' || kind === 'weekend' ? '1' : mark(kind)}
            </span>
            {t(`kind_${kind}`)}
          </li>
        ))}
        {calendar.state === 'official' ? null : <li>{t('dashed')}</li>}
      </ul>
    </>
  );
}
