import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { Policy } from '../../../rules/policy/policy.js';
import { campaignQuery } from '../../api/campaigns.js';
import { answer, api } from '../../api/client.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { checkQuery, DEFENSE, type DefenseSession, type Plan } from '../../defense/defenseQueries.js';
import { common } from '../../labels/common.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';
import '../worklist/worklist.css';
import { CheckedPlan } from './CheckedPlan.js';
import { draftOf, emptyDraft, planOf } from './draft.js';
import { OrderChoice } from './OrderChoice.js';
import { PanelChoice } from './PanelChoice.js';

interface Props {
  readonly campaignId: string;
  /** the session to change; absent for a new one */
  readonly session?: DefenseSession;
  readonly onDone: () => void;
}

/** A session's plan: place, time, panel and order on one page; clashes are shown while it is filled in. */
export function Planner({ campaignId, session, onDone }: Props) {
  const t = useLabels(defense);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const [draft, setDraft] = useState(session === undefined ? emptyDraft : draftOf(session));
  const policy = useQuery(campaignQuery(campaignId)).data?.policy as Policy | undefined;
  const specialties = policy?.specialties ?? [];
  const specialty = draft.specialty || (specialties[0]?.code ?? '');
  const plan = planOf({ ...draft, specialty });
  const deferredPlan = useDeferredValue(plan === null ? null : JSON.stringify(plan));
  const check = useQuery(
    checkQuery(campaignId, deferredPlan === null ? null : (JSON.parse(deferredPlan) as Plan), session?.id),
  );
  const set = (more: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...more }));
  const saving = useMutation({
    mutationFn: (body: Plan) => save(campaignId, session?.id, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [DEFENSE] });
      onDone();
    },
  });
  return (
    <Panel title={t(session === undefined ? 'plan' : 'changeOf')}>
      <div className="stack">
        <div className="defensePlan">
          <div className="stack" style={{ gap: 12 }}>
            <label htmlFor="defenseSpecialty">{t('specialty')}</label>
            <Select
              id="defenseSpecialty"
              value={specialty}
              options={specialties.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(value: string) => set({ specialty: value, panel: [], leader: '', applications: [] })}
            />
            <label htmlFor="defenseRoom">{t('room')}</label>
            <Input
              id="defenseRoom"
              maxLength={100}
              value={draft.room}
              onChange={({ target }) => set({ room: target.value })}
            />
            <label htmlFor="defenseStart">{t('startsAt')}</label>
            <Input
              id="defenseStart"
              type="datetime-local"
              value={draft.startsAt}
              onChange={({ target }) => set({ startsAt: target.value })}
            />
            <label htmlFor="defenseMinutes">{t('minutes')}</label>
            <InputNumber
              id="defenseMinutes"
              min={1}
              max={480}
              precision={0}
              value={draft.minutes}
              onChange={(value) => set({ minutes: value ?? 0 })}
            />
          </div>
          <PanelChoice campaignId={campaignId} specialty={specialty} draft={draft} onChange={set} />
          <OrderChoice
            campaignId={campaignId}
            specialty={specialty}
            own={session?.slots ?? []}
            chosen={draft.applications}
            onChange={(applications) => set({ applications })}
          />
        </div>
        <CheckedPlan plan={plan} check={check.data} error={check.error} />
        {saving.error === null ? null : <Problem error={saving.error} />}
        <div className="row">
          <Button
            type="primary"
            loading={saving.isPending}
            disabled={plan === null || check.data === undefined || check.data.problems.length > 0}
            onClick={() => plan !== null && saving.mutate(plan)}
          >
            {t('save')}
          </Button>
          <Button onClick={onDone}>{tCommon('cancel')}</Button>
        </div>
      </div>
    </Panel>
  );
}

async function save(id: string, sessionId: string | undefined, body: Plan): Promise<unknown> {
  if (sessionId === undefined) {
    return await answer(api.POST('/api/campaigns/{id}/defense/sessions', { params: { path: { id } }, body }));
  }
  const params = { path: { id, sessionId } };
  return await answer(api.PUT('/api/campaigns/{id}/defense/sessions/{sessionId}', { params, body }));
}
