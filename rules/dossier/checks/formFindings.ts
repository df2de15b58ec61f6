import type { LocalDate } from '../../calendar/instant.js';
import type { Policy } from '../../policy/policy.js';
import type { Dossier } from '../dossier.js';
import { appraisalFindings } from './appraisalFindings.js';
import { expiredCertificates } from './certificates.js';
import { dateFindings } from './dateFindings.js';
import type { Finding } from './finding.js';
import { identityFindings } from './identityFindings.js';
import { workFindings } from './workFindings.js';

/** What can be noticed in a form by itself. `on`: the day of the check, in Beijing. */
export function formFindings(dossier: Dossier, on: LocalDate, policy: Policy): readonly Finding[] {
  return [
    ...identityFindings(dossier, policy),
    ...dateFindings(dossier, on, policy),
    ...workFindings(dossier, on, policy),
    ...appraisalFindings(dossier, policy),
    ...expiredCertificates(dossier, on, policy),
  ];
}
