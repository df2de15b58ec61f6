import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { lawQuery } from '../api/law.js';
import { useStatuses } from '../api/useStatuses.js';
import { Page } from '../components/Page.js';
import { help } from '../labels/help.js';
import { useLabels } from '../labels/labelArea.js';
import { Contents } from './Contents.js';
import './help.css';
import { StatusHelp } from './StatusHelp.js';

/** `/help/:status?`: what each status that some campaign has means and what follows, from the law and the notice's clauses. */
export function HelpPage() {
  const t = useLabels(help);
  const { status } = useParams();
  const query = useQuery(lawQuery);
  const statuses = useStatuses().filter(({ planned }) => planned);
  const campaigns = useQuery(campaignsQuery).data ?? [];
  const leftOut = (event: string) =>
    campaigns.length > 0 && campaigns.every((campaign) => campaign.eventsLeftOut.some((one) => one === event));
  const law = query.data && {
    ...query.data,
    statuses,
    events: query.data.events.filter(({ event }) => !leftOut(event)),
  };
  const ready = law !== undefined;
  useEffect(() => {
    if (ready && status !== undefined) document.getElementById(status)?.scrollIntoView();
  }, [ready, status]);
  return (
    <Page title={t('title')} lead={t('lead')} query={query}>
      {law === undefined ? null : (
        <div className="help">
          <Contents law={law} current={status} />
          <div className="stack">
            {law.statuses
              .toSorted((a, b) => a.order - b.order)
              .map((one) => (
                <StatusHelp key={one.name} law={law} status={one} />
              ))}
          </div>
        </div>
      )}
    </Page>
  );
}
