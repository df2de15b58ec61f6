import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { type Inviter, invitationsQuery, MEMBERSHIPS } from './membershipQueries.js';

/** The invitations a unit or department sent; open and expired ones can be sent again or withdrawn. */
export function SentInvitations({ by }: { readonly by: Inviter }) {
  const t = useLabels(membership);
  const client = useQueryClient();
  const { data, error } = useQuery(invitationsQuery(by));
  const acting = useMutation({
    mutationFn: ({ id: invitationId, act }: { readonly id: string; readonly act: 'resend' | 'withdraw' }) => {
      const params = { path: { id: by.id, invitationId } };
      return answer(
        act === 'resend'
          ? api.POST(`/api/${by.of}/{id}/invitations/{invitationId}/resend`, { params })
          : api.POST(`/api/${by.of}/{id}/invitations/{invitationId}/withdraw`, { params }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: [MEMBERSHIPS] }),
  });
  const failed = error ?? acting.error;
  return (
    <Panel title={t('invitations')}>
      {failed === null ? null : <Problem error={failed} />}
      {data?.items.length === 0 ? <p className="quiet">{t('noInvitations')}</p> : null}
      <ul className="lines">
        {data?.items.map(({ id, name, contact, role, state, expiresAt }) => (
          <li key={id}>
            <span>
              <strong lang="zh-CN">{name}</strong> {role === 'applicant' ? null : <Tag>{t('clerk')}</Tag>}
              <Tag>{t(`state_${state}`)}</Tag>
              <div className="quiet">
                {contact} · {t('until')} <Instant at={expiresAt} />
              </div>
            </span>
            {state === 'open' || state === 'expired' ? (
              <span className="row">
                {(['resend', 'withdraw'] as const).map((act) => (
                  <Button key={act} size="small" onClick={() => acting.mutate({ id, act })}>
                    {t(act)}
                    <span className="visuallyHidden">：{name}</span>
                  </Button>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
