import { useQuery } from '@tanstack/react-query';
import { Instant } from '../components/deadline/Instant.js';
import { Panel } from '../components/Panel.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useMarks } from '../labels/labelArea.js';
import { Facts } from './Facts.js';
import { certificateQuery } from './queries.js';
import { useDay } from './useDay.js';

/** The number of the conferred title and whether it is valid; nothing while there is none. */
export function CertificatePanel({ applicationId }: { readonly applicationId: string }) {
  const t = useLabels(conferral);
  const day = useDay();
  const mark = useMarks();
  const { data: { certificate = null, looks = null } = {} } = useQuery(certificateQuery(applicationId));
  if (certificate === null) return null;
  const { number, conferredOn, revokedOn, revokedBasis, revokedClause } = certificate;
  return (
    <Panel title={t('certificate')}>
      <Facts
        facts={[
          [t('number'), <strong key="number">{number}</strong>],
          [t('conferredOn'), day(conferredOn)],
          [t('state'), revokedOn === null ? t('valid') : t('revokedOn', { day: day(revokedOn) })],
          ...(looks === null
            ? []
            : ([
                [
                  t('looks'),
                  <span key="looks">
                    {t('looksTotal', { total: looks.total })}
                    {looks.last === null ? null : (
                      <>
                        {mark.comma}
                        {t('lastLook')} <Instant at={looks.last} />
                      </>
                    )}
                  </span>,
                ],
              ] as const)),
          ...(revokedOn === null ? [] : ([[t('basis'), `${revokedBasis}（${revokedClause}）`, 'chinese']] as const)),
        ]}
      />
    </Panel>
  );
}
