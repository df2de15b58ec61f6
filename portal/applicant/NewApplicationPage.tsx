import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Radio, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { answer, api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { problemIn } from '../api/problem.js';
import type { paths } from '../api/schema.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { applicant } from '../labels/applicant.js';
import { useChoiceLabel } from '../labels/dossier/useChoiceLabel.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { Labelled } from './form/Labelled.js';
import { NoneOpen } from './NoneOpen.js';

type CreateApplicationBody = paths['/api/applications']['post']['requestBody']['content']['application/json'];

/** `/applicant/new`: choose campaign, unit, level, track and specialty. */
export function NewApplicationPage() {
  const t = useLabels(applicant);
  const query = useQuery(campaignsQuery);
  const all = (query.data ?? []).filter(({ state }) => state === 'open');
  const open = all.filter(({ ownUnits }) => ownUnits.some((unit) => unit.open));
  return (
    <Page
      title={t('start')}
      breadcrumbs={[{ title: t('mine'), to: '/applicant' }]}
      query={query}
      empty={query.data !== undefined && open.length === 0 ? <NoneOpen campaigns={all} /> : false}
    >
      <NewApplication campaigns={open} />
    </Page>
  );
}

type Campaigns = Awaited<ReturnType<NonNullable<typeof campaignsQuery.queryFn>>>;

function NewApplication({ campaigns }: { readonly campaigns: Campaigns }) {
  const mark = useMarks();
  const t = useLabels(applicant);
  const localize = useLocalized();
  const choiceLabel = useChoiceLabel();
  const navigate = useNavigate();
  const client = useQueryClient();
  const units = useMe().roles.filter(({ role, scope }) => role === 'applicant' && scope !== null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<Partial<CreateApplicationBody>>({
    ...(campaigns.length === 1 && campaigns[0] ? { campaignId: campaigns[0].id } : {}),
    ...(units.length === 1 && units[0]?.scope ? { unitId: units[0].scope } : {}),
  });
  const [attempted, setAttempted] = useState(false);
  const campaign = campaigns.find(({ id }) => id === draft.campaignId);
  const filings = new Map(campaign?.ownUnits.map((unit) => [unit.unitId, unit]));
  const refusal = filings.get(draft.unitId ?? '')?.refusal ?? null;
  const closed = refusal && localize({ zh: refusal.detail, en: refusal.detailEn });
  const tracks = (campaign?.codes.tracks ?? []).map(({ code }) => code);
  // The first one is what most people take.
  const track = draft.track !== undefined && tracks.includes(draft.track) ? draft.track : tracks[0];
  const create = useMutation({
    mutationFn: (body: CreateApplicationBody) =>
      answer(api.POST('/api/applications', { params: { header: { 'idempotency-key': key } }, body })),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['queue'] });
      void navigate(`/applicant/${id}/form`, { replace: true });
    },
    onError: (error) => {
      if (problemIn(error) !== null) setKey(crypto.randomUUID());
    },
  });
  const problems = new Map(
    problemIn(create.error)?.errors.map(({ field, message: zh, messageEn: en }) => [field, localize({ zh, en })]),
  );
  const wrong = (name: keyof CreateApplicationBody) =>
    problems.get(name) ?? (attempted && draft[name] === undefined ? t('chooseFirst') : undefined);
  const choose = (part: Partial<CreateApplicationBody>) => setDraft((before) => ({ ...before, ...part }));
  const options = (values: readonly string[]) =>
    values.map((value) => ({ value, label: choiceLabel(value, draft.campaignId) }));

  function send(event: FormEvent) {
    event.preventDefault();
    setAttempted(true);
    const { campaignId, level, specialty } = draft;
    if (closed === null && campaignId && level && track && specialty)
      create.mutate({ ...draft, campaignId, level, track, specialty });
  }
  return (
    <Panel>
      <form onSubmit={send} className="stack" noValidate style={{ maxWidth: 640 }}>
        <Labelled
          id="campaignId"
          label={t('campaign')}
          error={wrong('campaignId')}
          hint={
            campaign &&
            [
              ...(campaign.rounds.length > 0
                ? campaign.rounds.map(({ label, opens, applicant: until }) =>
                    t('filingOfRound', { round: localize(label), opens: atMinute(opens), until: atMinute(until) }),
                  )
                : [
                    t('filing', {
                      opens: atMinute(campaign.filing.opens),
                      whose: localize(campaign.filing.applicantLabel),
                      until: atMinute(campaign.filing.applicant),
                    }),
                  ]),
              ...campaign.filing.departments.map(({ name, due }) => t('filingBelow', { name, until: atMinute(due) })),
            ].join(mark.comma)
          }
        >
          <Select
            id="campaignId"
            style={{ width: '100%' }}
            placeholder={t('choose')}
            value={draft.campaignId ?? null}
            onChange={(campaignId) => setDraft(({ level: _, specialty: __, ...others }) => ({ ...others, campaignId }))}
            options={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </Labelled>
        <Labelled
          id="unitId"
          label={t('unit')}
          error={wrong('unitId') ?? closed ?? undefined}
          hint={closed === null ? t('unitHint') : undefined}
        >
          <Select
            id="unitId"
            style={{ width: '100%' }}
            placeholder={t('choose')}
            value={draft.unitId ?? null}
            onChange={(unitId) => choose({ unitId })}
            options={units.map(({ scope, scopeName }) => ({
              value: scope ?? '',
              label: scopeName ?? scope,
              disabled: filings.get(scope ?? '')?.open === false,
            }))}
          />
        </Labelled>
        <Labelled id="level" label={t('level')} group error={wrong('level')}>
          <Radio.Group
            aria-labelledby="level:label"
            name="level"
            value={draft.level}
            onChange={(event) => choose({ level: event.target.value })}
            options={options(campaign?.levels ?? [])}
          />
        </Labelled>
        <Labelled id="track" label={t('track')} group error={wrong('track')}>
          <Radio.Group
            aria-labelledby="track:label"
            name="track"
            value={track}
            onChange={(event) => choose({ track: event.target.value })}
            options={options(tracks)}
          />
        </Labelled>
        <Labelled id="specialty" label={t('specialty')} error={wrong('specialty')}>
          <Select
            id="specialty"
            style={{ width: '100%' }}
            placeholder={t('choose')}
            showSearch={{ optionFilterProp: 'label' }}
            disabled={campaign === undefined}
            value={draft.specialty ?? null}
            onChange={(specialty) => choose({ specialty })}
            options={(campaign?.specialties ?? []).map(({ code, name, series }) => ({
              value: code,
              label: `${name}（${series}）`,
            }))}
          />
        </Labelled>
        {create.error === null ? null : <Problem error={create.error} />}
        <div>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('begin')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** A local time of the policy, `2025-08-30T18:00` in Beijing, for display. */
const atMinute = (local: string) => local.replace('T', ' ');
