import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { Policy } from '../../rules/policy/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { ActionBar } from '../components/application/ActionBar.js';
import { Instant } from '../components/deadline/Instant.js';
import { defense } from '../labels/defense.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { useCampaignId } from './useCampaign.js';
import { elsewhere } from './worklist/elsewhere.js';
import { Worklist } from './worklist/Worklist.js';

const ScheduleTogether = lazy(() =>
  import('./worklist/ScheduleTogether.js').then(({ ScheduleTogether: it }) => ({ default: it })),
);

/** `/office/defense`: defense dates for one or several applications, absences and scores. */
export function DefensePage() {
  const t = useLabels(office);
  const plan = useLabels(defense);
  const mark = useMarks();
  const policy = useQuery(campaignQuery(useCampaignId())).data?.policy as Policy | undefined;
  const ruled = policy?.defense.noticeDays;
  const hint = ruled === undefined ? '' : t('noticeDays', { n: ruled.value, clause: ruled.clause });
  return (
    <Worklist
      title={t('defense')}
      lead={t('defenseLead')}
      takes={['appointment', 'scores']}
      actions={<Link to="/office/sessions">{plan('sessionsLink')}</Link>}
      batch={(chosen, clear) => (
        <Suspense fallback={null}>
          <ScheduleTogether chosen={chosen} hint={hint} onDone={clear} />
        </Suspense>
      )}
    >
      {(application) => (
        <>
          <div>
            <span className="quiet">
              {t('defenseAt')}
              {mark.colon}
            </span>
            {application.defenseAt === null ? t('notScheduled') : <Instant at={application.defenseAt} />}
          </div>
          <p className="quiet" style={{ margin: 0 }}>
            {hint}
          </p>
          <ActionBar application={application} except={elsewhere} />
        </>
      )}
    </Worklist>
  );
}
