import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { applicationQuery } from '../api/applications.js';
import { useMe } from '../api/me.js';
import { homeOf, useBinding } from '../app/binding.js';
import { Attention } from '../components/application/Attention.js';
import { PapersPanel } from '../components/application/PapersPanel.js';
import { StatusPanel } from '../components/application/StatusPanel.js';
import { Page } from '../components/Page.js';
import { WithProgress } from '../components/WithProgress.js';
import { ReopenedPanel } from '../conferral/ReopenedPanel.js';
import { application as area } from '../labels/application.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { Dossier } from './Dossier.js';
import { EngineLink } from './EngineLink.js';
import { Facts } from './Facts.js';
import { OwnLink } from './OwnLink.js';

/** `/applications/:id`: one application for every role that may see it, with the acts the API offers. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const me = useMe();
  const t = useLabels(area);
  const tCommon = useLabels(common);
  const query = useQuery(applicationQuery(id));
  const home = homeOf(useBinding());
  const application = query.data;
  const named = application as { readonly applicantName?: string } | undefined;
  const title = named?.applicantName === undefined ? t('titlePlain') : t('title', { name: named.applicantName });
  return (
    <Page
      title={title}
      breadcrumbs={[{ title: tCommon('home'), to: home }]}
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
          <StatusPanel application={application} lead={<Attention application={application} />} />
          <ReopenedPanel applicationId={id} />
          <PapersPanel application={application} />
          <Dossier application={application} noticed={application.applicantId !== me.personId} />
        </WithProgress>
      )}
    </Page>
  );
}
