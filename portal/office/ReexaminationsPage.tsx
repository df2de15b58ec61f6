import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Instant } from '../components/deadline/Instant.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Label } from '../components/Label.js';
import { Page } from '../components/Page.js';
import { ListTable } from '../components/queue/ListTable.js';
import { DecideReexamination } from '../conferral/DecideReexamination.js';
import { type Reexamination, reexaminationsQuery } from '../conferral/queries.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/reexaminations`: requests of applicants who were not passed, pending ones first. */
export function ReexaminationsPage() {
  const t = useLabels(conferral);
  const localize = useLocalized();
  const campaignId = useCampaignId();
  const query = useQuery(reexaminationsQuery(campaignId));
  const [answering, setAnswering] = useState<Reexamination | null>(null);
  const items = query.data ?? [];
  return (
    <Page
      title={t('reexaminations')}
      lead={t('reexaminationsLead')}
      query={query}
      empty={items.length > 0 ? false : t('noReexaminations')}
      actions={
        <>
          <CampaignChoice id={campaignId} />
          <ExportLinks path={`/api/campaigns/${campaignId}/reexaminations`} />
        </>
      }
    >
      <ListTable
        caption={t('reexaminations')}
        items={items}
        idOf={({ id }) => id}
        columns={[
          {
            title: t('name'),
            of: ({ applicantName, applicationId }) => (
              <Link to={`/applications/${applicationId}`} lang="zh-CN">
                {applicantName}
              </Link>
            ),
          },
          { title: t('unit'), of: ({ unitName }) => <span lang="zh-CN">{unitName}</span> },
          { title: t('requestedAt'), of: ({ requestedAt }) => <Instant at={requestedAt} /> },
          { title: t('reason'), of: ({ reason }) => <span lang="zh-CN">{reason}</span> },
          {
            title: t('state'),
            of: ({ state, stateLabel, newApplicationId }) => (
              <>
                <Label {...(state === 'requested' ? {} : { tone: 'over' as const })}>{localize(stateLabel)}</Label>{' '}
                {newApplicationId === null ? null : (
                  <Link to={`/applications/${newApplicationId}`}>{t('newApplication')}</Link>
                )}
              </>
            ),
          },
          {
            title: t('answerIt'),
            of: (one) =>
              one.decidedReason === null ? (
                <Button size="small" onClick={() => setAnswering(one)}>
                  {t('answerIt')}
                  <span className="visuallyHidden">：{one.applicantName}</span>
                </Button>
              ) : (
                <span lang="zh-CN">{one.decidedReason}</span>
              ),
          },
        ]}
      />
      {answering === null ? null : (
        <DecideReexamination campaignId={campaignId} reexamination={answering} onClose={() => setAnswering(null)} />
      )}
    </Page>
  );
}
