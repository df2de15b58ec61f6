import '../committee/committee.css';
import { useBinding } from '../app/binding.js';
import { RecusalPanels } from '../committee/RecusalPanels.js';
import { Page } from '../components/Page.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { DefenseCard } from './DefenseCard.js';
import { InvitationsCard } from './InvitationsCard.js';
import { MeetingsCard } from './MeetingsCard.js';

/** `/expert`: an expert's tasks, one card per kind. */
export function ExpertHomePage() {
  const t = useLabels(committee);
  const campaignId = useBinding()?.scope ?? '';
  return (
    <Page title={t('expertHome')} lead={t('expertHomeLead')}>
      <div className="stack">
        <MeetingsCard />
        <DefenseCard />
        <InvitationsCard />
        {campaignId === '' ? null : <RecusalPanels campaignId={campaignId} as="expert" />}
      </div>
    </Page>
  );
}
