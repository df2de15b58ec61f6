import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { useNow } from '../api/config.js';
import { useMe } from '../api/me.js';
import { StatusTag } from '../components/application/StatusTag.js';
import { formatSpan } from '../components/deadline/formatTimestamps.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Problem } from '../components/Problem.js';
import { useDay } from '../conferral/useDay.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { supervisor } from '../labels/supervisor.js';
import { objectionsQuery } from './objectionQueries.js';
import './objections.css';

/** `/supervisor/objections`: unresolved objections. */
export function ObjectionsPage() {
  const t = useLabels(supervisor);
  const c = useLabels(conferral);
  const localize = useLocalized();
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
  const span = (at: string) => formatSpan(now - Date.parse(at), localize({ zh: 'zh', en: 'en' }) as 'zh' | 'en');
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
          ({ id, applicationId, applicantName, unitName, stage, statusLabel, raisedAt, investigatorName, dueOn }) => (
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
                {t(stage)} <StatusTag label={statusLabel} />
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
      <p className="quiet">{t('objectionInstructions')}</p>
    </Page>
  );
}

function Nothing() {
  const t = useLabels(supervisor);
  return (
    <>
      <div>{t('noObjections')}</div>
      <div className="quiet">{t('objectionInstructions')}</div>
    </>
  );
}
