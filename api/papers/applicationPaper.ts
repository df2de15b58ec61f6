import type { PaperInput } from '../../documents/paper/application/input.js';
import { applicationPapers } from '../../documents/paper/application/papers.js';
import type { Application } from '../../records/application/applicationRow.js';
import { issueFees } from '../../records/payment/issueFees.js';
import { isSignedPaper, type PaperName, paperKinds } from '../../rules/papers/paperKinds.js';
import { cite } from '../../rules/policy/clauses.js';
import type { Caller } from '../accounts/caller.js';
import { shownSections } from '../applications/shownSections.js';
import { Problem } from '../http/problem.js';
import { requireIntact } from '../proof/requireIntact.js';
import type { Services } from '../services.js';
import { type PaperForm, paperFile } from './paperFile.js';
import { paperInput } from './paperInput.js';

/**
 * A paper of an application as a PDF (or OFD), as its caller may see it.
 *
 * @throws Problem `record_broken`, `paper_not_ready`, `paper_unprintable`, `paper_service_unavailable`
 */
export async function applicationPaper(
  services: Services,
  {
    application,
    caller,
    name,
    form = 'pdf',
  }: {
    readonly application: Application;
    readonly caller: Caller;
    readonly name: PaperName;
    readonly form?: PaperForm;
  },
): Promise<Buffer> {
  await requireIntact(services, application.id);
  const input = await paperInput(services, application, (dossier) => shownSections(dossier, application, caller));
  const { basis, from, ready, zh } = paperKinds[name];
  if (!ready(input)) throw new Problem('paper_not_ready', from, { clause: cite(input.policy, basis) });
  const pdf = await paperFile(services, {
    kind: name,
    paper: applicationPapers[name](input),
    of: { applicationId: application.id, campaignId: null, subjectId: null },
    standard: 'a-2a',
    form,
    signed: isSignedPaper(name) ? signatureOf(input, zh) : null,
  });
  if (name === 'payment_notice')
    await issueFees(services.db, { applicationId: application.id, at: await services.clock() });
  return pdf;
}

/** What the signature of a title's paper states: the day on which it was conferred, or revoked. */
function signatureOf({ conferred }: PaperInput, label: string) {
  const { number = '', conferredOn = '', revokedOn = null } = conferred ?? {};
  return { on: revokedOn ?? conferredOn, reason: `${label} ${number}${revokedOn === null ? '' : ' 已撤销'}` };
}
