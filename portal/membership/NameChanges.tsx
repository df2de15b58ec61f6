import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { DecideList } from './DecideList.js';
import { namesQuery } from './membershipQueries.js';

/** Other names that people asked for; nothing while nobody does. */
export function NameChanges() {
  const t = useLabels(membership);
  const { data } = useQuery(namesQuery);
  if (!data?.items.length) return null;
  return (
    <Panel title={t('names')}>
      <DecideList
        items={data.items}
        nameOf={({ personName }) => personName}
        shown={({ personName, name, reason }) => (
          <span>
            <strong lang="zh-CN">{t('toOther', { from: personName, to: name })}</strong>
            <div lang="zh-CN">{reason}</div>
          </span>
        )}
        send={(body) => answer(api.POST('/api/name-changes/decide', { body }))}
      />
    </Panel>
  );
}
