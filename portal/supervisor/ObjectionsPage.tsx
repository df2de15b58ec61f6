import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { useNow } from '../api/config.js';
import { useMe } from '../api/me.js';
import { useDay } from '../conferral/useDay.js';
import { StatusTag } from '../pieces/application/StatusTag.js';
import { Instant } from '../pieces/deadline/Instant.js';
import { saySpan } from '../pieces/deadline/instants.js';
import { Page } from '../pieces/Page.js';
import { Problem } from '../pieces/Problem.js';
import { useSay, useWords } from '../words/area.js';
import { conferral } from '../words/conferral.js';
import { supervisor } from '../words/supervisor.js';
import { objectionsQuery } from './objectionQueries.js';
import './objections.css';

/** `/supervisor/objections`: what has been raised against an application and waits to be resolved. */
export function ObjectionsPage() {
  const t = useWords(supervisor);
  const c = useWords(conferral);
  const say = useSay();
  const day = useDay();
  const now = useNow();
  const { roles } = useMe();
  const scopes = roles.filter(({ role }) => role === 'supervisor').map(({ scope }) => scope);
  const campaigns = useQuery(campaignsQuery);
  const mine = (campaigns.data ?? []).filter(({ id }) => scopes.includes(null) || scopes.includes(id));
  const lists = useQueries({ queries: mine.map(({ id }) => objectionsQuery(id)) });
  const failed = lists.find(({ error }) => error !== null);
  const items = lists.flatMap(({ data }) => data?.items ?? []);
  const known = campaigns.data !== undefined && lists.every(({ data }) => data !== undefined);
  const span = (at: string) => saySpan(now - Date.parse(at), say({ zh: 'zh', en: 'en' }) as 'zh' | 'en');
  return (
    <Page
      title={t('objections')}
      lead={t('objectionsLead')}
      query={{ ...campaigns, data: known || failed ? true : undefined }}
      empty={failed === undefined && items.length === 0 ? <Nothing /> : false}
    >
      {failed === undefined ? null : <Problem error={failed.error} onRetry={() => void failed.refetch()} />}
      <ul className="objections">
        {items.map(
          ({ id, applicationId, applicantName, unitName, stage, statusWords, raisedAt, investigatorName, dueOn }) => (
            <li key={id}>
              <div>
                <Link to={`/supervisor/${applicationId}`} lang="zh-CN">
                  {applicantName}
                </Link>{' '}
                <span className="quiet" lang="zh-CN">
                  {unitName}
                </span>
              </div>
              <div>
                {t(stage)} <StatusTag words={statusWords} />
              </div>
              <div>
                <span className="quiet">{t('raisedAt')} </span>
                <Instant at={raisedAt} />
                <span className="quiet"> {t('waitingSince', { span: span(raisedAt) })}</span>
              </div>
              <div>
                <span className="quiet">{c('investigator')} </span>
                {investigatorName === null || dueOn === null ? (
                  c('nobodyYet')
                ) : (
                  <>
                    <span lang="zh-CN">{investigatorName}</span> · {c('dueOn')} {day(dueOn)}
                  </>
                )}
              </div>
            </li>
          ),
        )}
      </ul>
      <p className="quiet">{t('howToRaise')}</p>
    </Page>
  );
}

function Nothing() {
  const t = useWords(supervisor);
  return (
    <>
      <div>{t('noObjections')}</div>
      <div className="quiet">{t('howToRaise')}</div>
    </>
  );
}
