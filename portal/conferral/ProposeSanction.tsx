import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Application } from '../api/applications.js';
import { Panel } from '../components/Panel.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { NewSanctionDialog } from './NewSanctionDialog.js';
import { certificateQuery } from './queries.js';

/** Proposes a sanction and the revocation of the title, on an application's own page. */
export function ProposeSanction({ application }: { readonly application: Application }) {
  const t = useLabels(conferral);
  const [adding, setAdding] = useState(false);
  const { data: { certificate = null } = {} } = useQuery(certificateQuery(application.id));
  return (
    <Panel title={t('fromRecord')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('sanctionsLead')}
      </p>
      <Button danger onClick={() => setAdding(true)}>
        {t('newSanction')}
      </Button>
      {adding ? (
        <NewSanctionDialog
          campaignId={application.campaignId}
          applicationId={application.id}
          revocable={certificate?.revokedOn === null}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Panel>
  );
}
