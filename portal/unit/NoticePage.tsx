import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import { applicationQuery, dossierQuery, policyQuery } from '../api/applications.js';
import { campaignQuery } from '../api/campaigns.js';
import { now } from '../api/config.js';
import { publicityQuery } from '../api/publicity.js';
import { Page } from '../components/Page.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { unit } from '../labels/unit.js';
import { Annex1 } from './Annex1.js';
import './unit.css';

/** `/unit/:id/notice?from=`: the notice to print and post, for the day of posting (通知 附件1). */
export function UnitNoticePage() {
  const { id = '' } = useParams();
  const [parameters] = useSearchParams();
  const t = useLabels(unit);
  const tCommon = useLabels(common);
  const application = useQuery(applicationQuery(id));
  const dossier = useQuery(dossierQuery(id));
  const policy = useQuery(policyQuery(id));
  const campaignId = application.data?.campaignId ?? '';
  const campaign = useQuery(campaignQuery(campaignId));
  const running = application.data?.deadlines.find((deadline) => deadline?.name === 'publicity_period');
  const from = running?.countedFrom ?? parameters.get('from') ?? localDateOf(now());
  const plan = useQuery(publicityQuery(campaignId, from, { unit: application.data?.unitId }));
  const deadline = running ?? plan.data?.deadline;
  const failed = [application, dossier, policy, campaign, plan].find(({ error }) => error !== null);
  const ready = application.data && dossier.data && policy.data && campaign.data && deadline;
  return (
    <Page
      title={t('noticeTitle')}
      lead={<span className="noPrint">{t('noticeMasked')}</span>}
      breadcrumbs={[{ title: application.data?.applicantName ?? t('queue'), to: `/unit/${id}` }]}
      query={failed ?? { ...application, data: ready }}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          {tCommon('print')}
        </Button>
      }
    >
      {ready ? (
        <Annex1
          application={application.data}
          sections={dossier.data.sections}
          campaign={campaign.data}
          policy={policy.data as unknown as Policy}
          from={from}
          due={deadline.due}
        />
      ) : null}
    </Page>
  );
}
