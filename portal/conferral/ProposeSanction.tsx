import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Application } from '../api/applications.js';
import { Panel } from '../pieces/Panel.js';
import { useWords } from '../words/area.js';
import { conferral } from '../words/conferral.js';
import { NewSanctionDialog } from './NewSanctionDialog.js';
import { certificateQuery } from './queries.js';

/** Where fraud is found: a sanction, and with it the title's revocation, proposed from the record itself. */
export function ProposeSanction({ application }: { readonly application: Application }) {
  const t = useWords(conferral);
  const [adding, setAdding] = useState(false);
  const { data: certificate } = useQuery(certificateQuery(application.id));
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
