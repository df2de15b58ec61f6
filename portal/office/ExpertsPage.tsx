import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ExpertDialog } from '../committee/ExpertDialog.js';
import { type EngagedExpert, type Expert, expertsQuery } from '../committee/queries.js';
import { useSpecialtyNames } from '../committee/useSpecialtyNames.js';
import '../committee/committee.css';
import { ExportLinks } from '../components/ExportLinks.js';
import { Label } from '../components/Label.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { committee } from '../labels/committee.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/experts`: the pool of the campaign's specialties: add, edit, or register by tables. */
export function ExpertsPage() {
  const t = useLabels(committee);
  const campaignId = useCampaignId();
  const query = useQuery(expertsQuery(campaignId));
  const [editing, setEditing] = useState<Expert | 'new' | null>(null);
  const navigate = useNavigate();
  const [reported, setReported] = useState<readonly EngagedExpert[]>([]);
  const done = (added: readonly EngagedExpert[]) => {
    setEditing(null);
    setReported(added.filter(({ invited }) => invited));
  };
  return (
    <Page
      title={t('experts')}
      lead={t('expertsLead')}
      query={query}
      actions={
        <>
          <CampaignChoice id={campaignId} />
          <Button onClick={() => navigate(`/office/experts/tables?campaign=${campaignId}`)}>
            {t('importExperts')}
          </Button>
          <Button type="primary" onClick={() => setEditing('new')}>
            {t('addExpert')}
          </Button>
        </>
      }
    >
      {reported.length === 0 ? null : (
        <Alert role="status" type="success" showIcon title={t('expertsInvited', { n: reported.length })} />
      )}
      <Panel
        title={`${t('experts')} (${query.data?.length ?? 0})`}
        extra={<ExportLinks path={`/api/campaigns/${campaignId}/experts`} />}
      >
        {query.data?.length === 0 ? <p className="quiet">{t('noExperts')}</p> : null}
        <ul className="lines">
          {query.data?.map((expert) => (
            <ExpertLine key={expert.id} campaignId={campaignId} expert={expert} onEdit={() => setEditing(expert)} />
          ))}
        </ul>
      </Panel>
      {editing === null ? null : (
        <ExpertDialog
          campaignId={campaignId}
          expert={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onDone={done}
        />
      )}
    </Page>
  );
}

interface LineProps {
  readonly campaignId: string;
  readonly expert: Expert;
  readonly onEdit: () => void;
}

function ExpertLine({ campaignId, expert, onEdit }: LineProps) {
  const t = useLabels(committee);
  const mark = useMarks();
  const nameOf = useSpecialtyNames(campaignId);
  const { name, email, phone, specialties, rank, employerName, validFrom, validUntil, active } = expert;
  return (
    <li>
      <div>
        <strong lang="zh-CN">{name}</strong> <Label>{t(`rank_${rank}`)}</Label>{' '}
        {active ? null : <Label tone="over">{t('inactive')}</Label>}
        <div lang="zh-CN">
          {specialties.map(nameOf).join(mark.comma)} · {employerName}
        </div>
        <div className="quiet">
          {email ?? phone} · {t('term', { from: validFrom, until: validUntil })}
        </div>
      </div>
      <Button size="small" onClick={onEdit}>
        {t('edit')}
        <span className="visuallyHidden">：{name}</span>
      </Button>
    </li>
  );
}
