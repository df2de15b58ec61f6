import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { applicationQuery } from '../api/applications.js';
import { homeOf, useBinding } from '../app/binding.js';
import { Attention } from '../pieces/application/Attention.js';
import { StandingPanel } from '../pieces/application/StandingPanel.js';
import { Page } from '../pieces/Page.js';
import { WithProgress } from '../pieces/WithProgress.js';
import { application as area } from '../words/application.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { Dossier } from './Dossier.js';
import { EngineLink } from './EngineLink.js';
import { Facts } from './Facts.js';
import { OwnLink } from './OwnLink.js';

/** `/applications/:id`: one application for every role that may see it; the buttons are what the API says. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const t = useWords(area);
  const words = useWords(common);
  const query = useQuery(applicationQuery(id));
  const home = homeOf(useBinding());
  const application = query.data;
  const named = application as { readonly applicantName?: string } | undefined;
  const title = named?.applicantName === undefined ? t('titlePlain') : t('title', { name: named.applicantName });
  return (
    <Page
      title={title}
      above={[{ title: words('home'), to: home }]}
      query={query}
      lead={application === undefined ? undefined : <Facts application={application} />}
      actions={
        application && (
          <>
            <OwnLink application={application} />
            {application.engineUrl ? <EngineLink href={application.engineUrl} /> : null}
          </>
        )
      }
    >
      {application === undefined ? null : (
        <WithProgress application={application}>
          <StandingPanel application={application} lead={<Attention application={application} />} />
          <Dossier application={application} />
        </WithProgress>
      )}
    </Page>
  );
}
