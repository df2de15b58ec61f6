import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { positionStates } from '../../../rules/campaign/positions.js';
import { campaignsQuery } from '../../api/campaigns.js';
import { useChoiceLabel } from '../../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../../labels/labelArea.js';
import { positions } from '../../labels/positions.js';
import { Instant } from '../deadline/Instant.js';
import { ExportLinks } from '../ExportLinks.js';
import { Label } from '../Label.js';
import { Page } from '../Page.js';
import { ListTable } from '../queue/ListTable.js';
import { ConfirmPositions } from './ConfirmPositions.js';
import { PositionHistory } from './PositionHistory.js';
import { positionsQuery, type UnitPositions } from './positionQueries.js';
import { StatePositions } from './StatePositions.js';

const states = Object.keys(positionStates) as readonly (keyof typeof positionStates)[];

interface Props {
  /** the campaign the role is bound to; null: every one */
  readonly bound: string | null;
  readonly lead: string;
  /** whether the reader states positions in place of a unit */
  readonly mayState: boolean;
}

/** The positions of the units that the reader looks after, by level, to confirm, with their history. */
export function PositionsView({ bound, lead, mayState }: Props) {
  const t = useLabels(positions);
  const choiceLabel = useChoiceLabel();
  const campaigns = useQuery(campaignsQuery);
  const asking = (campaigns.data ?? []).filter((one) => one.positions && (bound === null || one.id === bound));
  const [parameters, setParameters] = useSearchParams();
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(parameters);
    next.delete('cursor');
    next.delete(name);
    if (value !== undefined) next.set(name, value);
    setParameters(next, { replace: true });
  };
  const campaign =
    asking.find(({ id }) => id === parameters.get('campaign')) ??
    asking.find(({ state }) => state === 'open') ??
    asking[0];
  const campaignId = campaign?.id ?? '';
  const level = parameters.get('level') ?? undefined;
  const state = states.find((one) => one === parameters.get('state'));
  const filter = {
    ...(level === undefined ? {} : { level }),
    ...(state === undefined ? {} : { state }),
    ...(parameters.has('cursor') ? { cursor: Number(parameters.get('cursor')) } : {}),
  };
  const query = useQuery(positionsQuery(campaignId, filter));
  const [stating, setStating] = useState<UnitPositions | null>(null);
  const items = query.data?.items ?? [];
  if (campaign === undefined) return <Page title={t('positions')} query={campaigns} empty={t('notAsked')} />;
  return (
    <Page
      title={t('positions')}
      lead={lead}
      query={query}
      actions={
        <>
          {asking.length < 2 ? null : (
            <Select
              aria-label={t('campaign')}
              value={campaignId}
              style={{ minWidth: 260, maxWidth: '100%' }}
              onChange={(value) => set('campaign', value)}
              options={asking.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          <ExportLinks path={`/api/campaigns/${campaignId}/positions`} />
        </>
      }
    >
      <div className="row noPrint">
        <Select
          aria-label={t('level')}
          style={{ minWidth: 140 }}
          value={level ?? ''}
          onChange={(value) => set('level', value || undefined)}
          options={[
            { value: '', label: t('anyLevel') },
            ...campaign.levels.map((one) => ({ value: one, label: choiceLabel(one, campaignId) })),
          ]}
        />
        <Select
          aria-label={t('state')}
          style={{ minWidth: 140 }}
          value={state ?? ''}
          onChange={(value) => set('state', value || undefined)}
          options={[
            { value: '', label: t('anyState') },
            ...states.map((one) => ({ value: one, label: t(`state_${one}`) })),
          ]}
        />
      </div>
      {items.length === 0 ? <p>{t('none')}</p> : null}
      <ListTable
        caption={t('positions')}
        items={items}
        idOf={(one) => `${one.unitId} ${one.level}`}
        columns={[
          { title: t('unit'), of: ({ unitName }) => <span lang="zh-CN">{unitName}</span> },
          { title: t('level'), of: (one) => choiceLabel(one.level, campaignId) },
          { title: t('approved'), amount: true, of: ({ approved }) => approved ?? '—' },
          { title: t('occupied'), amount: true, of: ({ occupied }) => occupied ?? '—' },
          { title: t('vacant'), amount: true, of: ({ vacant }) => vacant ?? '—' },
          { title: t('held'), amount: true, of: ({ held }) => held },
          {
            title: t('state'),
            of: (one) => (
              <Label {...(one.state === 'exceeded' ? { tone: 'late' as const } : {})}>{t(`state_${one.state}`)}</Label>
            ),
          },
          { title: t('statedAt'), of: ({ at }) => (at === null ? '—' : <Instant at={at} />) },
          {
            title: t('confirm'),
            of: (one) => (
              <div className="row">
                <ConfirmPositions campaignId={campaignId} of={one} />
                {mayState ? (
                  <Button size="small" onClick={() => setStating(one)}>
                    {t('edit')}
                    <span className="visuallyHidden">
                      {' '}
                      {one.unitName} {choiceLabel(one.level, campaignId)}
                    </span>
                  </Button>
                ) : null}
                {one.seq === null ? null : <PositionHistory campaignId={campaignId} of={one} />}
              </div>
            ),
          },
        ]}
      />
      {query.data?.next ? (
        <Button onClick={() => set('cursor', query.data?.next ?? undefined)}>{t('more')}</Button>
      ) : null}
      {parameters.has('cursor') ? <Button onClick={() => set('cursor', undefined)}>{t('first')}</Button> : null}
      {stating === null ? null : (
        <StatePositions campaignId={campaignId} of={stating} withReason onClose={() => setStating(null)} />
      )}
    </Page>
  );
}
