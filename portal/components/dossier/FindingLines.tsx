import { ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import { BilingualText } from './BilingualText.js';

/** What machines noticed about one field or document, below it. */
export function FindingLines({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map(({ code, message, messageEn, severity }) => (
    <div key={code + message} className="findingLine" role="note">
      <FindingIcon severity={severity} />
      <BilingualText zh={message} en={messageEn} />
    </div>
  ));
}

/** The sign of a finding by how serious it is. */
export function FindingIcon({ severity }: Pick<Finding, 'severity'>) {
  return severity === 'warning' ? (
    <ExclamationCircleFilled aria-hidden style={{ color: 'var(--portal-warn)', marginInlineEnd: 6 }} />
  ) : (
    <InfoCircleFilled aria-hidden style={{ color: 'var(--portal-quiet)', marginInlineEnd: 6 }} />
  );
}
