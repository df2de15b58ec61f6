import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useNavigate } from 'react-router';
import { policyOfDraft } from '../../../rules/policy/drafts/draftValues.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyChanges } from '../../../rules/policy/policyChanges.js';
import { campaignQuery } from '../../api/campaigns.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { RequiredReason } from '../../components/RequiredReason.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { useAmendments } from '../policy/amendmentQueries.js';
import { usePolicyChanges } from '../policy/policyQueries.js';
import { useValueLabels } from '../policy/values/useValueLabels.js';
import { WhatIf } from '../policy/WhatIf.js';
import { useDraftActs } from './draftQueries.js';
import type { EditedDraft } from './useDraft.js';

interface Props {
  readonly edited: EditedDraft;
  readonly amends: { readonly campaignId: string; readonly version: number };
  readonly isComplete: boolean;
}

/** What a draft changes in a campaign, which deadlines that moves, and its proposal for a second person to approve. */
export function AmendmentStep({ edited: { saved }, amends: { campaignId, version }, isComplete }: Props) {
  const t = useLabels(setUp);
  const labels = useLabels(office);
  const localize = useLocalized();
  const mark = useMarks();
  const navigate = useNavigate();
  const { formatValue } = useValueLabels();
  const campaign = useQuery(campaignQuery(campaignId)).data;
  const [form] = Form.useForm<{ reason: string }>();
  const { propose } = useAmendments(campaignId);
  const { change } = usePolicyChanges(campaignId);
  const { remove } = useDraftActs();
  if (!campaign) return null;
  const policy = { ...policyOfDraft(saved.values), version } as unknown as Policy;
  const changes = isComplete ? policyChanges(campaign.policy as Policy, policy) : [];
  const send = async (act: typeof propose | typeof change) => {
    const { reason } = await form.validateFields();
    act.mutate(
      { policy, reason },
      {
        onSuccess: () => {
          remove.mutate(saved.id);
          void navigate(`/office/campaigns/${campaignId}/policy#amendments`);
        },
      },
    );
  };
  const error = propose.error ?? change.error;
  return (
    <Panel title={t('changes', { n: changes.length })}>
      {campaign.policyVersion === version ? null : <Alert type="warning" showIcon title={t('outdated')} />}
      {isComplete && changes.length === 0 ? <p className="quiet">{t('noChanges')}</p> : null}
      <ul className="plainList">
        {changes.map(({ path, zh, en, from, to }) => (
          <li key={path}>
            {localize({ zh, en })}
            {mark.colon}
            {formatValue(from, path)} → {formatValue(to, path)}
          </li>
        ))}
      </ul>
      {changes.length === 0 ? null : (
        <>
          <WhatIf campaignId={campaignId} proposed={() => ({ policy })} />
          <Form form={form} layout="vertical" requiredMark={false}>
            <RequiredReason label={t('whyAmend')} missing={labels('required')} />
          </Form>
          {error === null ? null : <Problem error={error} />}
          <div className="row">
            <Button type="primary" loading={propose.isPending} onClick={() => void send(propose)}>
              {t('propose')}
            </Button>
            <Button loading={change.isPending} onClick={() => void send(change)}>
              {t('changeNow')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}
