import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { now } from '../../api/config.js';
import { type ExpectedOriginals, expectedOriginalsQuery } from '../../api/originals.js';
import { SlotTime } from '../../components/deadline/SlotTime.js';
import { Label } from '../../components/Label.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import '../../components/lines.css';
import { originalsPlan } from '../../labels/dossier/originalsPlan.js';
import { useLabels } from '../../labels/labelArea.js';
import { useCampaignId } from '../useCampaign.js';

/** Who has booked the counter on a day, and the parcels that have not come yet. */
export function ExpectedPanel() {
  const t = useLabels(originalsPlan);
  const [day, setDay] = useState(localDateOf(now()));
  const { data, error, refetch } = useQuery(expectedOriginalsQuery(useCampaignId(), day));
  const items = (data ?? []).flatMap((one) => one ?? []);
  const visits = items.filter(({ startsAt }) => startsAt !== null);
  const parcels = items.filter(({ parcel }) => parcel !== null);
  return (
    <Panel
      title={t('expected')}
      extra={
        <Input
          type="date"
          aria-label={t('day')}
          style={{ width: 170 }}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      }
    >
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      <Lines items={visits} none={t('nobody')} />
      <h3>{t('onItsWay')}</h3>
      <Lines items={parcels} none={t('nothingPosted')} />
    </Panel>
  );
}

function Lines({ items, none }: { readonly items: readonly ExpectedOriginals[]; readonly none: string }) {
  const t = useLabels(originalsPlan);
  if (items.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ul className="lines">
      {items.map(({ applicationId, number, applicantName, unitName, startsAt, endsAt, parcel, delivered }) => (
        <li key={applicationId}>
          <div>
            <Link to={`?id=${applicationId}`} lang="zh-CN">
              {applicantName}
            </Link>{' '}
            <span className="numbers">{number}</span>{' '}
            <span className="quiet" lang="zh-CN">
              {unitName}
            </span>
          </div>
          <div>
            {startsAt && endsAt ? <SlotTime startsAt={startsAt} endsAt={endsAt} /> : null}
            {parcel ? (
              <span style={{ overflowWrap: 'anywhere' }}>
                <span lang="zh-CN">{parcel.carrier}</span> <span className="numbers">{parcel.tracking}</span>{' '}
                <span className="quiet numbers">{parcel.sentOn}</span>
              </span>
            ) : null}{' '}
            {delivered ? <Label>{t('received')}</Label> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
