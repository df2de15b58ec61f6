import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { components } from '../../api/schema.js';
import { Loading } from '../../components/Loading.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { amendmentsQuery, useAmendments } from './amendmentQueries.js';
import { CalendarChange } from './CalendarChange.js';
import { ChangeDialog } from './ChangeDialog.js';
import { usePolicyChanges } from './policyQueries.js';
import { type Proposed, previewQuery } from './previewQuery.js';
import { WhatIfResult } from './WhatIfResult.js';

interface Props {
  readonly campaignId: string;
  readonly news: components['schemas']['CalendarNews'];
  readonly proposed: Proposed;
}
/** The changes of a newer calendar, the deadlines they move, and a form to propose an amendment with it. */
export function CalendarOffer({ campaignId, news, proposed }: Props) {
  const t = useLabels(office);
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery(previewQuery(campaignId, proposed));
  const { data: amendments } = useQuery(amendmentsQuery(campaignId));
  const { propose } = useAmendments(campaignId);
  const { change } = usePolicyChanges(campaignId);
  // Without running applications no deadline has been notified, so no second person is needed.
  const [act, title, more] =
    data?.running === 0
      ? ([change, t('takeCalendar'), t('takeCalendarMore')] as const)
      : ([propose, t('proposeCalendar'), t('proposeCalendarMore')] as const);
  const waits = amendments?.items.some((one) => one?.state === 'proposed') ?? false;
  return (
    <Alert
      type="info"
      showIcon
      title={t('newerCalendar')}
      description={
        <div className="stack" style={{ gap: 8 }}>
          <CalendarChange news={news} />
          {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
          {data === undefined && error === null ? <Loading rows={1} /> : null}
          {data === undefined ? null : <WhatIfResult preview={data} />}
          <p className="quiet">{t('newerCalendarMore')}</p>
          {waits ? (
            <Link to={`/office/campaigns/${campaignId}/policy#amendments`}>{t('amendmentWaits')}</Link>
          ) : (
            <div>
              <Button disabled={data === undefined} onClick={() => setAsking(true)}>
                {title}
              </Button>
            </div>
          )}
          {asking ? (
            <ChangeDialog
              title={title}
              ok={title}
              error={act.error}
              busy={act.isPending}
              reason={t('calendarReason', { years: news.years.map(({ year }) => year).join('、') })}
              onSend={(reason) => act.mutate({ ...proposed, reason }, { onSuccess: () => setAsking(false) })}
              onClose={() => setAsking(false)}
            >
              <p>{more}</p>
            </ChangeDialog>
          ) : null}
        </div>
      }
    />
  );
}
