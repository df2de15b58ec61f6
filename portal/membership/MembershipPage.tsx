import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { requestOutcomeLabels } from '../../rules/people/membership.js';
import { answer, api } from '../api/client.js';
import { meQuery } from '../api/me.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import '../components/lines.css';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { AskToJoin } from './AskToJoin.js';
import { MEMBERSHIPS, ownMembershipsQuery } from './membershipQueries.js';
import { OwnRegistrations } from './OwnRegistrations.js';

/** `/membership`: the units one belongs to, requests to join others, and units one registers. */
export function MembershipPage() {
  const t = useLabels(membership);
  const localize = useLocalized();
  const client = useQueryClient();
  const query = useQuery(ownMembershipsQuery);
  const [asking, setAsking] = useState(false);
  const changed = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [MEMBERSHIPS] }),
      client.invalidateQueries({ queryKey: meQuery.queryKey }),
    ]);
  const leaving = useMutation({
    mutationFn: (unitId: string) => answer(api.POST('/api/me/units/{unitId}/leave', { params: { path: { unitId } } })),
    onSettled: changed,
  });
  const withdrawing = useMutation({
    mutationFn: (requestId: string) =>
      answer(api.POST('/api/me/memberships/{requestId}/withdraw', { params: { path: { requestId } } })),
    onSettled: changed,
  });
  const failed = leaving.error ?? withdrawing.error;
  const { units = [], requests = [] } = query.data ?? {};
  return (
    <Page
      title={t('membership')}
      lead={t('membershipLead')}
      query={query}
      actions={
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('askToJoin')}
        </Button>
      }
    >
      <div className="stack">
        {failed === null ? null : <Problem error={failed} />}
        <Panel title={t('membership')}>
          {units.length === 0 ? (
            <p className="quiet">
              {t('noUnit')}
              {t('noUnitMore')}
            </p>
          ) : null}
          <ul className="lines">
            {units.map(({ unitId, unitName, partTime, underWay }) => (
              <li key={unitId}>
                <span>
                  <strong lang="zh-CN">{unitName}</strong> <Tag>{t(partTime ? 'partTime' : 'mainUnit')}</Tag>
                  {underWay === 0 ? null : <span className="quiet">{t('underWay', { n: underWay })}</span>}
                </span>
                <Popconfirm
                  title={t('leaveOf', { unit: unitName })}
                  description={t('leaveMore')}
                  okText={t('leave')}
                  onConfirm={() => leaving.mutate(unitId)}
                >
                  <Button size="small">
                    {t('leave')}
                    <span className="visuallyHidden">：{unitName}</span>
                  </Button>
                </Popconfirm>
              </li>
            ))}
          </ul>
        </Panel>
        {requests.length === 0 ? null : (
          <Panel title={t('requests')}>
            <ul className="lines">
              {requests.map(({ id, unitName, partTime, askedAt, outcome, reason }) => (
                <li key={id}>
                  <span>
                    <strong lang="zh-CN">{unitName}</strong> {partTime ? <Tag>{t('partTime')}</Tag> : null}
                    {outcome === null ? null : <Tag>{localize(requestOutcomeLabels[outcome])}</Tag>}
                    <div className="quiet">
                      <Instant at={askedAt} /> {outcome === null ? t('waitingForUnit') : null}
                    </div>
                    {reason === null ? null : <div lang="zh-CN">{reason}</div>}
                  </span>
                  {outcome === null ? (
                    <Button size="small" onClick={() => withdrawing.mutate(id)}>
                      {t('withdraw')}
                      <span className="visuallyHidden">：{unitName}</span>
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <OwnRegistrations />
      </div>
      {asking ? <AskToJoin onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}
