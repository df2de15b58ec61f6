import { useQuery } from '@tanstack/react-query';
import { Empty, Input, Select } from 'antd';
import { Link } from 'react-router';
import { accessKinds } from '../../rules/access/accessKinds.js';
import { roleLabels } from '../../rules/application/labels.js';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { Instant } from '../components/deadline/Instant.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Loading } from '../components/Loading.js';
import { Page } from '../components/Page.js';
import { Problem } from '../components/Problem.js';
import { ListTable } from '../components/queue/ListTable.js';
import { Pages } from '../components/queue/Pages.js';
import { SearchField } from '../components/queue/SearchField.js';
import { type QueueState, useQueueState } from '../components/queue/useQueueState.js';
import { accessLog } from '../labels/accessLog.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';

type Kind = keyof typeof accessKinds;
const isKind = (text: string | undefined): text is Kind => text !== undefined && text in accessKinds;

/** What the address asks for; days are whole days in Beijing. */
function filterOf(state: QueueState) {
  const [kind, q, from, until] = [state.get('kind'), state.get('q'), state.get('from'), state.get('until')];
  return {
    ...(isKind(kind) ? { kind } : {}),
    ...(q === undefined ? {} : { q }),
    ...(from === undefined ? {} : { from: `${from}T00:00:00+08:00` }),
    ...(until === undefined ? {} : { until: `${until}T23:59:59.999+08:00` }),
  };
}

/** `/supervisor/access-log`: who signed in, who was given a role, and who read whose data. */
export function AccessLogPage() {
  const t = useLabels(accessLog);
  const state = useQueueState();
  const filter = filterOf(state);
  const cursor = state.cursor === undefined ? {} : { cursor: state.cursor };
  const { data, error, refetch } = useQuery({
    queryKey: ['accessLog', filter, cursor],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/access-log', { params: { query: { limit: 50, ...filter, ...cursor } }, signal })),
    placeholderData: (previous) => previous,
  });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="stack">
        <Filters state={state} />
        {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null ? <Loading /> : null}
        {data?.items.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> : null}
        {data?.items.length ? <Entries items={data.items} /> : null}
        <div className="row noPrint" style={{ justifyContent: 'flex-end' }}>
          {data?.items.length ? <ExportLinks path="/api/access-log" query={filter} /> : null}
          <Pages state={state} next={data?.next} />
        </div>
      </div>
    </Page>
  );
}

function Filters({ state }: { readonly state: QueueState }) {
  const t = useLabels(accessLog);
  const localize = useLocalized();
  const day = (name: 'from' | 'until') => (
    <Input
      type="date"
      aria-label={t(name)}
      prefix={t(name)}
      style={{ width: 190 }}
      value={state.get(name) ?? ''}
      onChange={({ target }) => state.set(name, target.value)}
    />
  );
  return (
    <search className="queueFilters" aria-label={t('filters')}>
      <div className="row">
        <SearchField state={state} />
        <Select
          aria-label={t('kind')}
          style={{ minWidth: 200 }}
          value={state.get('kind') ?? ''}
          onChange={(kind) => state.set('kind', kind)}
          options={[
            { value: '', label: t('allKinds') },
            ...Object.entries(accessKinds).map(([value, label]) => ({ value, label: localize(label) })),
          ]}
        />
        {day('from')}
        {day('until')}
      </div>
    </search>
  );
}

type Entry = components['schemas']['AccessLogEntry'];

function Entries({ items }: { readonly items: readonly Entry[] }) {
  const t = useLabels(accessLog);
  const localize = useLocalized();
  const mark = useMarks();
  return (
    <ListTable
      caption={t('title')}
      items={items}
      idOf={({ id }) => id}
      columns={[
        { title: t('when'), of: ({ at }) => <Instant at={at} /> },
        {
          title: t('who'),
          of: ({ personId, personName, roles }) => (
            <>
              {personId === null ? t('nobody') : <span lang="zh-CN">{personName ?? personId}</span>}{' '}
              <span className="quiet">{roles.map((role) => role && localize(roleLabels[role])).join(mark.comma)}</span>
            </>
          ),
        },
        { title: t('what'), of: ({ kindLabel }) => localize(kindLabel) },
        {
          title: t('whose'),
          of: ({ applicationId, subjectId, subjectName }) => {
            const name = <span lang="zh-CN">{subjectName ?? subjectId ?? '—'}</span>;
            return applicationId === null ? name : <Link to={`/supervisor/${applicationId}`}>{name}</Link>;
          },
        },
        { title: t('address'), of: ({ address }) => <span className="numbers">{address ?? '—'}</span> },
        { title: t('reason'), of: ({ reason }) => <span lang="zh-CN">{reason ?? '—'}</span> },
      ]}
    />
  );
}
