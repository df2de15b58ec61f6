import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { campaignQuery } from '../api/campaigns.js';
import { answer, api } from '../api/client.js';
import { Page } from '../components/Page.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { CalendarLegend } from './calendar/CalendarLegend.js';
import { EnteredDays } from './calendar/EnteredDays.js';
import { Month } from './calendar/Month.js';
import { SpecialDays } from './calendar/SpecialDays.js';
import { NewerCalendar } from './policy/NewerCalendar.js';
import { useCampaignId } from './useCampaign.js';
import './calendar/calendar.css';

const calendarQuery = (id: string, year: number) =>
  queryOptions({
    queryKey: ['calendar', id, year],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/{id}/calendar', { params: { path: { id }, query: { year } }, signal })),
    enabled: id !== '' && year > 0,
    placeholderData: (previous) => previous,
  });

/** `/office/calendar`, `/office/campaigns/:id/calendar`: the working days, holidays and make-up days of a year. */
export function CalendarPage() {
  const t = useLabels(office);
  const own = useCampaignId();
  const { id = own } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const campaign = useQuery(campaignQuery(id)).data;
  const year = Number(parameters.get('year') ?? campaign?.year ?? 0);
  const query = useQuery(calendarQuery(id, year));
  const go = (to: number) => {
    const next = new URLSearchParams(parameters);
    next.set('year', String(to));
    setParameters(next, { replace: true });
  };
  const calendar = query.data;
  const days = (calendar?.days ?? []).flatMap((one) => one ?? []);
  return (
    <Page
      title={t('calendar')}
      query={query}
      lead={<span lang="zh-CN">{campaign?.title}</span>}
      actions={
        <>
          <CampaignChoice id={id} />
          <Button onClick={() => go(year - 1)} aria-label={t('previousYear')}>
            ‹ {year - 1}
          </Button>
          <strong className="numbers">{year}</strong>
          <Button onClick={() => go(year + 1)} aria-label={t('nextYear')}>
            {year + 1} ›
          </Button>
        </>
      }
    >
      {calendar === undefined ? null : (
        <div className="stack">
          <NewerCalendar campaignId={id} />
          <CalendarLegend calendar={calendar} />
          <div className="calendarYear">
            {Array.from({ length: 12 }, (_, month) => `${calendar.year}-${String(month + 1).padStart(2, '0')}`).map(
              (month) => (
                <Month
                  key={month}
                  month={month}
                  days={days.filter(({ date }) => date.startsWith(month))}
                  calendar={calendar}
                />
              ),
            )}
          </div>
          <SpecialDays days={days} />
          <EnteredDays region={calendar.region} />
        </div>
      )}
    </Page>
  );
}
