import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { requestOutcomeLabels } from '../../rules/people/membership.js';
import { answer, api } from '../api/client.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { MEMBERSHIPS, ownRegistrationsQuery } from './membershipQueries.js';
import { RegisterUnit } from './RegisterUnit.js';

/** Units the person asked to have registered, and the form for another. */
export function OwnRegistrations() {
  const t = useLabels(membership);
  const localize = useLocalized();
  const client = useQueryClient();
  const { data, error } = useQuery(ownRegistrationsQuery);
  const [open, setOpen] = useState(false);
  const withdrawing = useMutation({
    mutationFn: (requestId: string) =>
      answer(api.POST('/api/me/unit-registrations/{requestId}/withdraw', { params: { path: { requestId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: [MEMBERSHIPS] }),
  });
  const failed = error ?? withdrawing.error;
  return (
    <Panel title={t('registerUnit')} extra={<Button onClick={() => setOpen(true)}>{t('registerUnit')}</Button>}>
      <p className="quiet">{t('registerUnitMore')}</p>
      {failed === null ? null : <Problem error={failed} />}
      <ul className="lines">
        {data?.items.map(({ id, name, creditCode, outcome, reason }) => (
          <li key={id}>
            <span>
              <strong lang="zh-CN">{name}</strong> <span className="quiet">{creditCode}</span>{' '}
              {outcome === null ? null : <Tag>{localize(requestOutcomeLabels[outcome])}</Tag>}
              <div className="quiet" lang={reason === null ? undefined : 'zh-CN'}>
                {reason ?? (outcome === null ? t('waitingForDecision') : null)}
              </div>
            </span>
            {outcome === null ? (
              <Button size="small" onClick={() => withdrawing.mutate(id)}>
                {t('withdraw')}
                <span className="visuallyHidden">：{name}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? <RegisterUnit onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
