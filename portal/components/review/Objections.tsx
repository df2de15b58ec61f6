import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { type Application, timelineQuery } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { useLabels } from '../../labels/labelArea.js';
import { review } from '../../labels/review.js';
import { Instant } from '../deadline/Instant.js';
import { Panel } from '../Panel.js';

interface ObjectionStatement {
  readonly reason?: string;
  readonly name?: string;
  readonly contact?: string;
}

/** Every objection with its text, author and decision; nothing when there is none. */
export function Objections({ application }: { readonly application: Application }) {
  const t = useLabels(review);
  const tActs = useLabels(acts);
  const { data } = useQuery(timelineQuery(application.id, application.seq));
  if (application.objections.length === 0) return null;
  const statementAt = (at: string) =>
    (data?.events.find((event) => event.event === 'raise_objection' && event.at === at)?.freeText ??
      {}) as ObjectionStatement;
  return (
    <Panel title={t('objections')}>
      {application.objections.map(({ id, raisedAt, outcome }) => {
        const { reason, name, contact } = statementAt(raisedAt);
        return (
          <article key={id} className="reviewObjection">
            <div className="row" style={{ justifyContent: 'space-between' }}>
              <Instant at={raisedAt} />
              <Tag color={outcome === null ? 'warning' : 'default'} style={{ marginInlineEnd: 0 }}>
                {outcome === null ? t('open') : tActs(outcome)}
              </Tag>
            </div>
            {reason === undefined ? null : (
              <p className="writtenText" lang="zh-CN">
                {reason}
              </p>
            )}
            {name === undefined && contact === undefined ? null : (
              <div className="quiet" lang="zh-CN">
                {t('objector')}：{[name, contact].filter(Boolean).join(' · ')}
              </div>
            )}
          </article>
        );
      })}
    </Panel>
  );
}
