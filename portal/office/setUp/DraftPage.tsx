import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { amendedBy } from '../../../rules/policy/drafts/draftValues.js';
import { pathsOfStep, setUpSteps } from '../../../rules/policy/drafts/steps.js';
import { isRuled } from '../../../rules/policy/policyValues.js';
import { problemIn } from '../../api/problem.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { useLabels } from '../../labels/labelArea.js';
import { CampaignFiles } from '../files/CampaignFiles.js';
import { CheckStep } from './CheckStep.js';
import { type Draft, draftQuery } from './draftQueries.js';
import { StepNav } from './StepNav.js';
import { StepValues } from './StepValues.js';
import { useDraft } from './useDraft.js';
import '../policy/policy.css';
import './setUp.css';

/** `/office/campaigns/drafts/:draftId/:step`: a campaign is set up step by step, saved as one goes. */
export function DraftPage() {
  const t = useLabels(setUp);
  const { draftId = '' } = useParams();
  const query = useQuery(draftQuery(draftId));
  const draft = query.data;
  const amends = draft !== undefined && amendedBy(draft.basis) !== null;
  return (
    <Page
      title={amends ? t('amending', { title: draft.title ?? '' }) : t('newCampaign')}
      lead={amends ? undefined : <span lang="zh-CN">{draft?.title ?? ''}</span>}
      query={query}
      actions={
        draft === undefined ? undefined : (
          <a href={`/api/campaign-drafts/${draft.id}/file`} download>
            {t('download')}
          </a>
        )
      }
    >
      {draft === undefined ? null : <Steps key={draft.id} draft={draft} />}
    </Page>
  );
}

function Steps({ draft }: { readonly draft: Draft }) {
  const t = useLabels(setUp);
  const navigate = useNavigate();
  const { step: inPath } = useParams();
  const step = setUpSteps.find((one) => one === (inPath ?? draft.step)) ?? 'who';
  const edited = useDraft(draft, step);
  const { saved, values, state, error, set, flush } = edited;
  const amends = amendedBy(draft.basis);
  const index = setUpSteps.indexOf(step);
  const go = (by: number) => {
    void flush();
    void navigate(`/office/campaigns/drafts/${draft.id}/${setUpSteps[index + by] ?? step}`);
    window.scrollTo({ top: 0 });
  };
  const open =
    step === 'check'
      ? []
      : pathsOfStep(step).flatMap((path) => {
          const value = values[path];
          return isRuled(value) && !value.confirmed ? [[path, { ...value, confirmed: true }] as const] : [];
        });
  return (
    <>
      <StepNav draft={saved} step={step} />
      {step === 'check' ? (
        <CheckStep edited={edited} />
      ) : (
        <Panel
          title={t(`step_${step}`)}
          extra={
            open.length === 0 ? null : (
              <Button onClick={() => set(Object.fromEntries(open))}>{t('confirmAll', { n: open.length })}</Button>
            )
          }
        >
          <p className="quiet" style={{ marginBlockStart: 0 }}>
            {t(`lead_${step}`)}
          </p>
          <StepValues key={step} step={step} edited={edited} />
        </Panel>
      )}
      {step === 'papers' ? (
        <div style={{ marginBlockStart: 16 }}>
          <CampaignFiles place={amends ? { campaignId: amends.campaignId } : { draftId: draft.id }} />
        </div>
      ) : null}
      {error === null ? null : (
        <div style={{ marginBlockStart: 16 }}>
          <Problem error={error} onRetry={() => void flush()} />
        </div>
      )}
      <div className="draftBar noPrint">
        <Button disabled={index === 0} onClick={() => go(-1)}>
          {t('back')}
        </Button>
        {step === 'check' ? null : (
          <Button type="primary" onClick={() => go(1)}>
            {t('next')}
          </Button>
        )}
        <span className="quiet" role="status">
          {t(state)}
        </span>
        {problemIn(error)?.code === 'stale_page' ? (
          <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
        ) : null}
      </div>
    </>
  );
}
