import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { Problem } from '../../components/Problem.js';
import { useRoleLabels } from '../../components/useRoleLabels.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import type { Account } from '../organisations/directoryQueries.js';
import { CorrectPerson } from './CorrectPerson.js';
import { EraseData } from './EraseData.js';
import { GrantRole } from './GrantRole.js';

/** One person with their roles; each can be revoked, others granted. Nobody changes their own. */
export function PersonLine({ person }: { readonly person: Account }) {
  const t = useLabels(operator);
  const roleLabels = useRoleLabels();
  const client = useQueryClient();
  const { personId } = useMe();
  const [granting, setGranting] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const { id, name, email, phone, roles, passwordChangeDue, signOnBound } = person;
  const own = id === personId;
  const revoking = useMutation({
    mutationFn: (roleId: string) =>
      answer(api.DELETE('/api/people/{id}/roles/{roleId}', { params: { path: { id, roleId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const resetting = useMutation({
    mutationFn: () => answer(api.POST('/api/people/{id}/second-factor-reset', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const inviting = useMutation({
    mutationFn: () => answer(api.POST('/api/people/{id}/invitation', { params: { path: { id } } })),
  });
  const releasing = useMutation({
    mutationFn: () => answer(api.DELETE('/api/people/{id}/single-sign-on', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  });
  const failed = revoking.error ?? resetting.error ?? inviting.error ?? releasing.error;
  return (
    <li>
      <span>
        <strong lang="zh-CN">{name}</strong> {own ? <Tag>{t('you')}</Tag> : null}
        {passwordChangeDue ? <Tag color="warning">{t('passwordDue')}</Tag> : null}
        <div className="quiet">{email ?? phone}</div>
      </span>
      <div className="roleChips">
        {roles.length === 0 ? <span className="quiet">{t('noRoles')}</span> : null}
        {roles.map(({ id: roleId, role, scopeName }) => (
          <span key={roleId} className={own ? 'roleChip roleChipOwn' : 'roleChip'}>
            {roleLabels(role)}
            <span className="quiet" lang="zh-CN">
              {scopeName ?? t('everyCampaign')}
            </span>
            {own ? null : (
              <Popconfirm
                title={t('revokeOf', { name, role: roleLabels(role) })}
                description={t('revokeMore')}
                okText={t('revoke')}
                okButtonProps={{ danger: true }}
                onConfirm={() => revoking.mutateAsync(roleId).catch(() => undefined)}
              >
                <Button
                  type="text"
                  size="small"
                  aria-label={`${t('revoke')}: ${name} ${roleLabels(role)} ${scopeName ?? ''}`.trim()}
                >
                  ×
                </Button>
              </Popconfirm>
            )}
          </span>
        ))}
        {own ? null : (
          <>
            <Button size="small" onClick={() => setGranting(true)}>
              {t('grant')}
              <span className="visuallyHidden">：{name}</span>
            </Button>
            <Popconfirm
              title={t('inviteOf', { name })}
              description={t('inviteMore')}
              okText={t('invite')}
              onConfirm={() => inviting.mutate()}
            >
              <Button size="small" loading={inviting.isPending}>
                {t('invite')}
                <span className="visuallyHidden">：{name}</span>
              </Button>
            </Popconfirm>
            <Popconfirm
              title={t('resetFactorOf', { name })}
              description={t('resetFactorMore')}
              okText={t('resetFactor')}
              onConfirm={() => resetting.mutateAsync().catch(() => undefined)}
            >
              <Button size="small">
                {t('resetFactor')}
                <span className="visuallyHidden">：{name}</span>
              </Button>
            </Popconfirm>
            {signOnBound ? (
              <Popconfirm
                title={t('releaseSignOnOf', { name })}
                description={t('releaseSignOnMore')}
                okText={t('releaseSignOn')}
                onConfirm={() => releasing.mutateAsync().catch(() => undefined)}
              >
                <Button size="small">
                  {t('releaseSignOn')}
                  <span className="visuallyHidden">：{name}</span>
                </Button>
              </Popconfirm>
            ) : null}
            {passwordChangeDue ? (
              <Button size="small" onClick={() => setCorrecting(true)}>
                {t('change')}
                <span className="visuallyHidden">：{name}</span>
              </Button>
            ) : null}
            <EraseData person={person} />
          </>
        )}
      </div>
      {failed === null ? null : <Problem error={failed} />}
      {inviting.isSuccess ? <p role="status">{t('invited')}</p> : null}
      {resetting.isSuccess ? <p role="status">{t(resetting.data.pending ? 'resetPending' : 'resetDone')}</p> : null}
      {correcting ? <CorrectPerson person={person} onClose={() => setCorrecting(false)} /> : null}
      {granting ? <GrantRole person={person} onClose={() => setGranting(false)} /> : null}
    </li>
  );
}
