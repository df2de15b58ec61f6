import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { atOwnPace } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useRoleLabels } from '../../components/useRoleLabels.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';

const requestsQuery = queryOptions({
  queryKey: ['people', 'requests'],
  queryFn: ({ signal }) => answer(api.GET('/api/account-requests', { signal })),
  refetchInterval: atOwnPace(60_000),
});

/** What waits for a second operator: roles that decide over others, resets of authenticators, and early erasures. */
export function AccountRequests() {
  const t = useLabels(operator);
  const roleLabels = useRoleLabels();
  const client = useQueryClient();
  const { data, error } = useQuery(requestsQuery);
  const deciding = useMutation({
    mutationFn: ({ id, act }: { readonly id: string; readonly act: 'confirm' | 'refuse' }) => {
      const params = { path: { requestId: id } };
      return answer(
        act === 'confirm'
          ? api.POST('/api/account-requests/{requestId}/confirm', { params })
          : api.POST('/api/account-requests/{requestId}/refuse', { params }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const failed = error ?? deciding.error;
  if (failed === null && !data?.items.length) return null;
  return (
    <Panel title={t('requests')}>
      <p className="panelLead quiet">{t('requestsLead')}</p>
      {failed === null ? null : <Problem error={failed} />}
      <ul className="lines">
        {data?.items.map((request) => {
          const { id, kind, personName, role, campaignTitle, reason, requestedByName, requestedAt } = request;
          const what = role === null ? t(kind === 'erasure' ? 'erase' : 'resetFactor') : roleLabels(role);
          const about = (
            <span className="visuallyHidden">
              ：{personName} {what}
            </span>
          );
          return (
            <li key={id}>
              <span>
                <strong lang="zh-CN">{personName}</strong> {what}{' '}
                {kind === 'role' ? (
                  <span className="quiet" lang="zh-CN">
                    {campaignTitle ?? t('everyCampaign')}
                  </span>
                ) : null}
                {reason === null ? null : <div lang="zh-CN">{reason}</div>}
                <div className="quiet">
                  {t('requestedBy', { name: requestedByName ?? '' })} <Instant at={requestedAt} />
                </div>
              </span>
              <span className="row">
                {request.mayConfirm ? (
                  <Button type="primary" size="small" onClick={() => deciding.mutate({ id, act: 'confirm' })}>
                    {t('confirmRequest')}
                    {about}
                  </Button>
                ) : (
                  <span className="quiet">{t('otherConfirms')}</span>
                )}
                {request.mayRefuse ? (
                  <Button size="small" onClick={() => deciding.mutate({ id, act: 'refuse' })}>
                    {t(request.mayConfirm ? 'refuseRequest' : 'withdrawRequest')}
                    {about}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
