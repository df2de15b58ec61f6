import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import type { Policy } from '../../../rules/policy/policy.js';
import { meQuery } from '../../api/me.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { type Amendment, useAmendments } from './amendmentQueries.js';
import { CalendarChange } from './CalendarChange.js';
import { WhatIf } from './WhatIf.js';

/** The impact of a proposal on running applications, and the second person's approval. */
export function DecideAmendment({
  campaignId,
  amendment,
}: {
  readonly campaignId: string;
  readonly amendment: Amendment;
}) {
  const t = useLabels(office);
  const labels = useLabels(common);
  const { data: me } = useQuery(meQuery);
  const { approve, withdraw } = useAmendments(campaignId);
  const { id, policy, calendarVersion, calendarNews, proposedBy } = amendment;
  const error = approve.error ?? withdraw.error;
  const proposed = { policy: policy as unknown as Policy, calendarVersion: calendarVersion ?? undefined };
  return (
    <>
      {error === null ? null : <Problem error={error} />}
      {calendarNews === null ? null : <CalendarChange news={calendarNews} />}
      <WhatIf campaignId={campaignId} proposed={() => proposed} />
      <div className="row">
        {me?.personId === proposedBy ? (
          <span className="quiet">{t('amendSecond')}</span>
        ) : (
          <Popconfirm
            title={t('amendConsequence')}
            okText={t('amendApprove')}
            cancelText={labels('cancel')}
            onConfirm={() => approve.mutate(id)}
          >
            <Button type="primary" loading={approve.isPending}>
              {t('amendApprove')}
            </Button>
          </Popconfirm>
        )}
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
          {t('amendWithdraw')}
        </Button>
      </div>
    </>
  );
}
