import { WarningFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { postedUndecided } from '../../../rules/application/publicity/decidedFirst.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { type Application, policyQuery, timelineQuery } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { useLabels } from '../../labels/labelArea.js';
import { Panel } from '../Panel.js';

/** The unit's decision and the leader responsible, as the last recommendation states them (通知 四（二）); nothing before it. */
export function UnitDecision({ application }: { readonly application: Application }) {
  const t = useLabels(acts);
  const timeline = useQuery(timelineQuery(application.id, application.seq)).data;
  const policy = useQuery(policyQuery(application.id)).data as unknown as Policy | undefined;
  const events = timeline?.events ?? [];
  const recommended = events.findLast(({ event }) => event === 'recommend');
  const { decision } = (recommended?.data ?? {}) as { readonly decision?: { readonly decidedOn: string } | null };
  if (!recommended || !decision) return null;
  const { decisionNumber, leader } = (recommended.freeText ?? {}) as {
    readonly decisionNumber?: string;
    readonly leader?: string;
  };
  const postedAt = events.findLast(({ event }) => event === 'post_publicity')?.at;
  const late = postedUndecided(decision.decidedOn, postedAt === undefined ? null : Date.parse(postedAt));
  return (
    <Panel title={t('unitDecision')}>
      <dl className="pairs">
        <div>
          <dt>{t('unitDecidedOn')}</dt>
          <dd>{decision.decidedOn}</dd>
        </div>
        <div>
          <dt>{t('leader')}</dt>
          <dd lang="zh-CN">{leader ?? '—'}</dd>
        </div>
        {decisionNumber === undefined ? null : (
          <div>
            <dt>{t('decisionNumber')}</dt>
            <dd lang="zh-CN">{decisionNumber}</dd>
          </div>
        )}
      </dl>
      {late ? (
        <p>
          <WarningFilled aria-hidden style={{ color: 'var(--portal-warn)' }} /> {t('decidedAfterPosting')}{' '}
          <span className="quiet" lang="zh-CN">
            {policy?.unitDecision.clause}
          </span>
        </p>
      ) : null}
    </Panel>
  );
}
