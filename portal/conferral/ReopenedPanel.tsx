import { useQuery } from '@tanstack/react-query';
import { Instant } from '../components/deadline/Instant.js';
import { Panel } from '../components/Panel.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import { ownReexaminationQuery } from './queries.js';

/** Why an application is reviewed again, for those who decide it; nothing when it is not. */
export function ReopenedPanel({ applicationId }: { readonly applicationId: string }) {
  const t = useLabels(conferral);
  const { data } = useQuery(ownReexaminationQuery(applicationId));
  if (!data?.reopened) return null;
  const { requestedAt, reason, decidedReason } = data.reopened;
  return (
    <Panel title={t('reopened')}>
      <Facts
        facts={[
          [t('requestedAt'), <Instant key="at" at={requestedAt} />],
          [t('reason'), reason, 'chinese'],
          ...(decidedReason === null ? [] : ([[t('resolution'), decidedReason, 'chinese']] as const)),
        ]}
      />
    </Panel>
  );
}
