import { useQueries, useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { Link } from 'react-router';
import { type Application, applicationQuery, timelineQuery } from '../api/applications.js';
import { useMe } from '../api/me.js';
import { queueQuery } from '../api/queue.js';
import { ActionBar } from '../components/application/ActionBar.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { Pages } from '../components/queue/Pages.js';
import { useQueueState } from '../components/queue/useQueueState.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { Facts } from '../shared/Facts.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/extensions`: extensions requested by one person and approved by another, earliest due first. */
export function ExtensionsPage() {
  const t = useLabels(office);
  const campaign = useCampaignId();
  const state = useQueueState();
  const cursor = state.cursor === undefined ? {} : { cursor: state.cursor };
  const query = useQuery({
    ...queueQuery({ campaign, extension: 'pending', ...cursor }),
    enabled: campaign !== '',
  });
  const applications = useQueries({ queries: (query.data?.items ?? []).map(({ id }) => applicationQuery(id)) });
  const pending = applications.flatMap(({ data }) => data ?? []);
  const loading = query.isPending || applications.some(({ isPending }) => isPending);
  return (
    <Page title={t('extensions')} lead={t('extensionsLead')} query={query}>
      <div className="stack">
        {pending.length === 0 && !loading ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noExtensions')} />
        ) : null}
        {pending.map((application) => (
          <Pending key={application.id} application={application} />
        ))}
        <Pages state={state} next={query.data?.next} />
        <p className="quiet">{t('requestNew')}</p>
      </div>
    </Page>
  );
}

function Pending({ application }: { readonly application: Application }) {
  const t = useLabels(office);
  const localize = useLocalized();
  const { personId } = useMe();
  const { pendingExtension } = application;
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  if (pendingExtension === null || pendingExtension === undefined) return null;
  const { deadline, due, requestedBy } = pendingExtension;
  const running = application.deadlines.find((one) => one?.name === deadline);
  const request = data?.events.findLast(({ event, actor }) => event === 'extend' && actor.personId === requestedBy);
  const requester =
    request === undefined ? requestedBy.slice(0, 8) : `${localize(request.actor)} ${requestedBy.slice(0, 8)}`;
  const reason = request?.freeText?.reason;
  const others = application.actions.flatMap(({ event }) => (event === 'approve_extension' ? [] : [event]));
  return (
    <Panel
      title={<span lang="zh-CN">{application.applicantName}</span>}
      extra={<Link to={`/applications/${application.id}`}>{t('details')}</Link>}
    >
      <div className="stack" style={{ gap: 12 }}>
        <div className="quiet">
          <Facts application={application} />
        </div>
        <div>
          <strong>{t('extensionOf', { deadline: running ? localize(running.label) : '' })}</strong>{' '}
          <Instant at={due} due />
        </div>
        <div>
          {t('requestedBy', { requester: requestedBy === personId ? t('you') : requester })}
          {request === undefined ? null : (
            <>
              {' · '}
              <Instant at={request.at} />
            </>
          )}
        </div>
        {typeof reason === 'string' ? (
          <p className="writtenText" lang="zh-CN">
            {reason}
          </p>
        ) : null}
        <ActionBar application={application} except={others} />
      </div>
    </Panel>
  );
}
