import { unknownLaw } from './campaign.js';
import { type Certificate, certificateDifference, certificateLabel } from './certificateOf.js';
import { type ExportedApplication, replay, replayChecks, type Version } from './replay.js';
import { difference, differs, type Verdict } from './verdict.js';

/** The export of one certificate, with the whole record of its application. */
export interface CertificateFile {
  readonly name: string;
  readonly unitName: string;
  readonly campaignTitle: string;
  readonly certificate: Certificate;
  readonly revokedOn: string | null;
  readonly policies: readonly Version[];
  readonly application: ExportedApplication;
}

/** The record of one application that has no title. */
export type ApplicationFile = Pick<CertificateFile, 'campaignTitle' | 'policies' | 'application'>;

/** Judges an application again, which no event of its chain confers a title on. */
export function verifyApplication({ application, policies, campaignTitle }: ApplicationFile): Verdict {
  const replayed = replay(application, policies);
  if ('check' in replayed) return differs(difference(replayChecks[replayed.check], replayed));
  const agreed = Object.values(replayChecks);
  const wrong = certificateDifference(undefined, application);
  if (wrong) return differs(difference(certificateLabel, wrong), agreed);
  const unknown = [...unknownLaw(replayed.unknown), ...replayed.withheld.map(withheldLine)];
  return { about: [campaignTitle], agreed: [...agreed, certificateLabel], unknown, difference: null };
}

/** Judges the application of a certificate again: it was conferred by an event of its chain, and by nothing else. */
export function verifyCertificate(file: CertificateFile): Verdict {
  const replayed = replay(file.application, file.policies);
  if ('check' in replayed) return differs(difference(replayChecks[replayed.check], replayed));
  const agreed = Object.values(replayChecks);
  const wrong = certificateDifference(file.certificate, file.application);
  if (wrong) return differs(difference(certificateLabel, wrong), agreed);
  const { name, unitName, campaignTitle, certificate, revokedOn } = file;
  const about = [
    `${certificate.number} · ${name} · ${unitName} · ${campaignTitle} · ${certificate.conferredOn}`,
    ...(revokedOn === null ? [] : [`已于${revokedOn}撤销 / revoked on ${revokedOn}`]),
  ];
  const unknown = [...unknownLaw(replayed.unknown), ...replayed.withheld.map(withheldLine)];
  return { about, agreed: [...agreed, certificateLabel], unknown, difference: null };
}

/** What a verifier says of an event without its data. */
function withheldLine(event: string): string {
  return `${event}：明细未列出，由哈希约束，未重新计算 / its details are left out and bound by their hash; they were not counted again`;
}
