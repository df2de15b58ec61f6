import { useQuery } from '@tanstack/react-query';
import type { Policy } from '../../rules/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { ActionBar } from '../pieces/ActionBar.js';
import { Instant } from '../pieces/Instant.js';
import { useWords } from '../words/area.js';
import { office } from '../words/office.js';
import { Desk } from './desk/Desk.js';
import { elsewhere } from './desk/elsewhere.js';
import { ScheduleTogether } from './desk/ScheduleTogether.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/defense`: dates for one or several, absences and scores. */
export function DefensePage() {
  const t = useWords(office);
  const policy = useQuery(campaignQuery(useCampaignId())).data?.policy as Policy | undefined;
  const ruled = policy?.defense.noticeDays;
  const hint = ruled === undefined ? '' : t('noticeDays', { n: ruled.value, clause: ruled.clause });
  return (
    <Desk
      title={t('defense')}
      lead={t('defenseLead')}
      takes={['appointment', 'scores']}
      batch={(chosen, clear) => <ScheduleTogether chosen={chosen} hint={hint} onDone={clear} />}
    >
      {(application) => (
        <>
          <div>
            <span className="quiet">{t('defenseAt')}：</span>
            {application.defenseAt === null ? t('notScheduled') : <Instant at={application.defenseAt} />}
          </div>
          <p className="quiet" style={{ margin: 0 }}>
            {hint}
          </p>
          <ActionBar application={application} except={elsewhere} />
        </>
      )}
    </Desk>
  );
}
