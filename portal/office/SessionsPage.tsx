import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { now } from '../api/config.js';
import '../defense/defense.css';
import { formatDay } from '../components/deadline/formatTimestamps.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Label } from '../components/Label.js';
import { Page } from '../components/Page.js';
import { type DefenseSession, sessionsQuery, waitingQuery } from '../defense/defenseQueries.js';
import { TimeSpan } from '../defense/TimeSpan.js';
import { defense } from '../labels/defense.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { Planner } from './defense/Planner.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/sessions`: defense sessions by day and place, candidates without a session, and the planner. */
export function SessionsPage() {
  const t = useLabels(defense);
  const campaignId = useCampaignId();
  const [planning, setPlanning] = useState(false);
  const query = useQuery(sessionsQuery(campaignId));
  const waiting = useQuery(waitingQuery(campaignId)).data?.length;
  return (
    <Page
      title={t('sessions')}
      lead={t('sessionsLead')}
      query={query}
      actions={
        <>
          <ExportLinks path={`/api/campaigns/${campaignId}/defense/waiting`} />
          <Button type="primary" disabled={planning} onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {waiting ? <p style={{ margin: 0 }}>{t('waitsMore', { n: waiting })}</p> : null}
        {planning ? <Planner campaignId={campaignId} onDone={() => setPlanning(false)} /> : null}
        {query.data === undefined ? null : <Days sessions={query.data} />}
      </div>
    </Page>
  );
}

function Days({ sessions }: { readonly sessions: readonly DefenseSession[] }) {
  const t = useLabels(defense);
  const { i18n } = useTranslation();
  const dayOf = ({ startsAt }: DefenseSession) => isoInBeijing(Date.parse(startsAt)).slice(0, 10);
  const days = [...new Set(sessions.map(dayOf))];
  if (sessions.length === 0) return <p className="quiet">{t('noSessions')}</p>;
  return (
    <div className="defenseDays">
      {days.map((day) => (
        <section key={day}>
          <h2>{formatDay(day, i18n.language === 'en' ? 'en' : 'zh', isoInBeijing(now()).slice(0, 4))}</h2>
          <ul className="defenseRooms">
            {sessions
              .filter((one) => dayOf(one) === day)
              .toSorted(
                (one, other) => one.room.localeCompare(other.room) || one.startsAt.localeCompare(other.startsAt),
              )
              .map((session) => (
                <li key={session.id}>
                  <Card session={session} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ session }: { readonly session: DefenseSession }) {
  const t = useLabels(defense);
  const localize = useLocalized();
  const mark = useMarks();
  const { id, room, startsAt, endsAt, specialtyName, stateLabel, slots, panel, unnotified, actions, average } = session;
  return (
    <>
      <div className="row">
        <Link to={`/office/sessions/${id}`} style={{ fontWeight: 600 }} lang="zh-CN">
          {room}
        </Link>
        <TimeSpan from={startsAt} to={endsAt} />
        <Label>{localize(stateLabel)}</Label>
      </div>
      <div>
        <span lang="zh-CN">{specialtyName}</span> · {t('people', { n: slots.length })}
      </div>
      <div className="quiet">
        {t('panel')}
        {mark.colon}
        <span lang="zh-CN">{panel.map(({ name }) => name).join('、')}</span>
      </div>
      {unnotified > 0 && actions.includes('publish') ? (
        <Label tone="late">{t('unnotified', { n: unnotified })}</Label>
      ) : null}
      {average === null ? null : <div className="quiet">{t('average', { score: average })}</div>}
    </>
  );
}
