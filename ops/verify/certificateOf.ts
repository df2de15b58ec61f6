import { certificateNumber } from '../../records/proof/applicationFault.js';
import { isConferred } from '../../rules/application/isConferred.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import type { ExportedApplication } from './replay.js';

export const certificateLabel = '证书由授予事件而来 / the certificate comes from a conferring event';

/** A certificate as a file has it. */
export interface Certificate {
  readonly applicationId: string;
  readonly ordinal: number;
  readonly number: string;
  readonly conferredOn: string;
}

/** Whether a certificate is the one that the conferring event of its application gives; the difference, or null. */
export function certificateDifference(certificate: Certificate | undefined, { opening, events }: ExportedApplication) {
  const conferring = events.find(({ from, to }) => isConferred(to) && !isConferred(from));
  if (!conferring && !certificate) return null;
  const { applicationId, campaignId } = opening;
  const expected = conferring && {
    applicationId,
    ordinal: certificate?.ordinal ?? null,
    number: certificate ? certificateNumber(campaignId, certificate.ordinal) : null,
    conferredOn: localDateOf(conferring.at),
  };
  const [stated, due] = [canonical(certificate ?? null), canonical(expected ?? null)];
  return stated === due ? null : { at: applicationId, stated, expected: due };
}
