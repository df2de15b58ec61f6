import { useQuery } from '@tanstack/react-query';
import { Panel } from '../pieces/Panel.js';
import { useWords } from '../words/area.js';
import { conferral } from '../words/conferral.js';
import { Facts } from './Facts.js';
import { certificateQuery } from './queries.js';
import { useDay } from './useDay.js';

/** The number of the title that was conferred, and whether it still holds; nothing while there is none. */
export function CertificatePanel({ applicationId }: { readonly applicationId: string }) {
  const t = useWords(conferral);
  const day = useDay();
  const { data: certificate } = useQuery(certificateQuery(applicationId));
  if (!certificate) return null;
  const { number, conferredOn, revokedOn, revokedBasis, revokedClause } = certificate;
  return (
    <Panel title={t('certificate')}>
      <Facts
        facts={[
          [t('number'), <strong key="number">{number}</strong>],
          [t('conferredOn'), day(conferredOn)],
          [t('standing'), revokedOn === null ? t('valid') : t('revokedOn', { day: day(revokedOn) })],
          ...(revokedOn === null ? [] : ([[t('basis'), `${revokedBasis}（${revokedClause}）`, 'chinese']] as const)),
        ]}
      />
    </Panel>
  );
}
