import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { positionStates } from '../../rules/campaign/positions.js';
import { campaignsQuery } from '../api/campaigns.js';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Label } from '../components/Label.js';
import { Page } from '../components/Page.js';
import { Problem } from '../components/Problem.js';
import { POSITIONS, positionsQuery, type UnitPositions } from '../components/positions/positionQueries.js';
import { StatePositions } from '../components/positions/StatePositions.js';
import { ListTable } from '../components/queue/ListTable.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels } from '../labels/labelArea.js';
import { positions } from '../labels/positions.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

const states = Object.keys(positionStates) as readonly (keyof typeof positionStates)[];

/** `/office/positions`: every unit's positions by level, where the campaign asks for them. */
export function PositionsPage() {
  const t = useLabels(positions);
  const choiceLabel = useChoiceLabel();
  const campaignId = useCampaignId();
  const campaign = useQuery(campaignsQuery).data?.find(({ id }) => id === campaignId);
  const [parameters, setParameters] = useSearchParams();
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(parameters);
    next.delete('cursor');
    next.delete(name);
    if (value !== undefined) next.set(name, value);
    setParameters(next, { replace: true });
  };
  const level = parameters.get('level') ?? undefined;
  const state = states.find((one) => one === parameters.get('state'));
  const filter = {
    ...(level === undefined ? {} : { level }),
    ...(state === undefined ? {} : { state }),
    ...(parameters.has('cursor') ? { cursor: Number(parameters.get('cursor')) } : {}),
  };
  const asked = campaign?.positions === true;
  const query = useQuery({ ...positionsQuery(campaignId, filter), enabled: asked });
  const [stating, setStating] = useState<UnitPositions | null>(null);
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('positions')}
      lead={t('allLead')}
      {...(asked ? { query } : {})}
      actions={
        <>
          <CampaignChoice id={campaignId} />
          {asked ? <ExportLinks path={`/api/campaigns/${campaignId}/positions`} /> : null}
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
            ...(campaign?.levels ?? []).map((one) => ({ value: one, label: choiceLabel(one, campaign?.id) })),
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
          { title: t('level'), of: (one) => choiceLabel(one.level) },
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
                <Confirmation campaignId={campaignId} of={one} />
                <Button size="small" onClick={() => setStating(one)}>
                  {t('edit')}
                  <span className="visuallyHidden">
                    {' '}
                    {one.unitName} {choiceLabel(one.level)}
                  </span>
                </Button>
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

/** Confirms what the unit stated last, or says that it is confirmed. */
function Confirmation({ campaignId, of }: { readonly campaignId: string; readonly of: UnitPositions }) {
  const t = useLabels(positions);
  const choiceLabel = useChoiceLabel();
  const client = useQueryClient();
  const { unitId, unitName, level, seq, confirmed } = of;
  const confirming = useMutation({
    mutationFn: (known: number) =>
      answer(
        api.POST('/api/campaigns/{id}/positions/confirm', {
          params: { path: { id: campaignId } },
          body: { unitId, level, seq: known },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: [POSITIONS] }),
  });
  if (seq === null) return null;
  if (confirmed) return <Label>{t('confirmed')}</Label>;
  return (
    <>
      <Button size="small" loading={confirming.isPending} onClick={() => confirming.mutate(seq)}>
        {t('confirm')}
        <span className="visuallyHidden">
          {' '}
          {unitName} {choiceLabel(level)}
        </span>
      </Button>
      {confirming.error === null ? null : <Problem error={confirming.error} />}
    </>
  );
}
