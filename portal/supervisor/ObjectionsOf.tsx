import { Tag } from 'antd';
import type { Application } from '../api/applications.js';
import { Instant } from '../pieces/Instant.js';
import { useWords } from '../words/area.js';
import { supervisor } from '../words/supervisor.js';

/** Every objection to an application with what became of it. */
export function ObjectionsOf({ application }: { readonly application: Application }) {
  const t = useWords(supervisor);
  const { objections } = application;
  if (objections.length === 0) return <span className="quiet">{t('noneYet')}</span>;
  return (
    <ul className="plainList">
      {objections.map(({ id, stage, raisedAt, outcome }) => (
        <li key={id}>
          {t(stage)} <Instant at={raisedAt} />{' '}
          <Tag color={outcome === null ? 'warning' : 'default'}>{t(outcome ?? 'open')}</Tag>
        </li>
      ))}
    </ul>
  );
}
