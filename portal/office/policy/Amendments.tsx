import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import type { Policy } from '../../../rules/policy/policy.js';
import { meQuery } from '../../api/me.js';
import { Instant } from '../../pieces/Instant.js';
import { Panel } from '../../pieces/Panel.js';
import { Problem } from '../../pieces/Problem.js';
import { useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { office } from '../../words/office.js';
import { amendmentsQuery, useAmendments } from './amendmentQueries.js';
import { useValueWords } from './useValueWords.js';
import { WhatIf } from './WhatIf.js';

const colours = { proposed: 'warning', approved: 'success', withdrawn: 'default' } as const;

/** Policies proposed for running applications: what changes, what it would do, and the second person's approval. */
export function Amendments({ campaignId }: { readonly campaignId: string }) {
  const t = useWords(office);
  const words = useWords(common);
  const { sayValue } = useValueWords();
  const { data } = useQuery(amendmentsQuery(campaignId));
  const { data: me } = useQuery(meQuery);
  const { approve, withdraw } = useAmendments(campaignId);
  const items = (data?.items ?? []).flatMap((one) => one ?? []);
  const error = approve.error ?? withdraw.error;
  if (items.length === 0) return null;
  return (
    <Panel title={t('amendments')}>
      {error === null ? null : <Problem error={error} />}
      <ol className="eventList" reversed>
        {items.map(({ id, state, reason, proposedAt, proposedBy, changes, policy, moved, refused, carriedAt }) => (
          <li key={id}>
            <div className="eventHead">
              <Tag color={colours[state]}>{t(`amendment_${state}`)}</Tag>
              <Instant at={proposedAt} />
            </div>
            <p className="said" lang="zh-CN">
              {reason}
            </p>
            <ul className="plainList" lang="zh-CN">
              {changes.map(({ path, zh, from, to }) => (
                <li key={path}>
                  {zh}：{sayValue(from, path)} → {sayValue(to, path)}
                </li>
              ))}
            </ul>
            {state === 'approved' ? (
              <p className="quiet" aria-live="polite">
                {carriedAt === null ? t('amending') : t('amended', { moved: moved ?? 0, refused: refused ?? 0 })}
              </p>
            ) : null}
            {state === 'proposed' && policy ? (
              <>
                <WhatIf campaignId={campaignId} proposed={() => policy as unknown as Policy} />
                <div className="row">
                  {me?.personId === proposedBy ? (
                    <span className="quiet">{t('amendSecond')}</span>
                  ) : (
                    <Popconfirm
                      title={t('amendConsequence')}
                      okText={t('amendApprove')}
                      cancelText={words('cancel')}
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
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
