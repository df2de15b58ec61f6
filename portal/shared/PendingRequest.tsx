import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Action, type Application, timelineQuery } from '../api/applications.js';
import { useMe } from '../api/me.js';
import { ActionBar } from '../components/application/ActionBar.js';
import { Instant } from '../components/deadline/Instant.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import { pending } from './pendingLabels.js';

interface Props {
  readonly application: Application;
  /** the act by which it was asked for, and who did */
  readonly asked: Action['event'];
  readonly by: string;
  /** the act that approves it */
  readonly approval: Action['event'];
  /** what is asked for */
  readonly children: ReactNode;
}

/** What one person has asked for on an application and another is to approve: what, by whom, why, and the button. */
export function PendingRequest({ application, asked, by, approval, children }: Props) {
  const t = useLabels(pending);
  const localize = useLocalized();
  const { personId } = useMe();
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  const request = data?.events.findLast(({ event, actor }) => event === asked && actor.personId === by);
  const requester = request === undefined ? by.slice(0, 8) : `${localize(request.actor)} ${by.slice(0, 8)}`;
  const reason = request?.freeText?.reason;
  const others = application.actions.flatMap(({ event }) => (event === approval ? [] : [event]));
  return (
    <Panel
      title={<span lang="zh-CN">{application.applicantName}</span>}
      extra={<Link to={`/applications/${application.id}`}>{t('details')}</Link>}
    >
      <div className="stack" style={{ gap: 12 }}>
        <div className="quiet">
          <Facts application={application} />
        </div>
        <div>{children}</div>
        <div>
          {t('requestedBy', { requester: by === personId ? t('you') : requester })}
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
