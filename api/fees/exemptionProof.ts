import { z } from 'zod';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import { masksOf } from '../../records/dossier/documentMasks.js';
import { findDocumentByHash } from '../../records/dossier/documents.js';
import { registeredFees } from '../../records/payment/feeRegister.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import { rolesTowards } from '../accounts/caller.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { shownDocument } from '../documents/covering/shownDocuments.js';
import { renderInPage, sendFile } from '../documents/sendFile.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { refuseBroken, requireIntact } from '../proof/requireIntact.js';

/** The proof on which nothing is paid for a fee, for finance, which reads no other document of an application. */
export const exemptionProofRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/fee-register/{payCode}/proof',
    tag: '缴费',
    summary: '一项费用的免缴证明材料',
    roles: ['finance', 'office'],
    subject: async (arrival, services) => {
      const { db } = services;
      const { id: campaignId } = await campaignInPath(arrival, services);
      const [fee] = await registeredFees(db, { campaignId, code: arrival.params.payCode, limit: 1 });
      const application = fee && (await lookUpApplication(db, fee.applicationId));
      if (!application || fee.proof === null) throw noProof();
      const proof = { applicationId: application.id, kind: 'fee_exemption_proof', sha256: fee.proof } as const;
      const document = await findDocumentByHash(db, proof);
      if (!document) throw noProof();
      const mask = (await masksOf(db, [document.id])).get(document.id);
      const shown = shownDocument(document, mask, rolesTowards(arrival.caller, application.facts));
      return { application, document: { ...shown, owner: personOwner(application.applicantId) } };
    },
    /** `inline`: shown in the page instead of saved. */
    query: z.strictObject({ inline: z.stringbool().default(false) }),
    answers: { 200: 'file', 304: null },
    reading: ({ subject: { application, document } }) => ({ kind: 'file', application, object: document.id }),
    handle: async ({ subject: { application, document }, query: { inline }, response }, services) => {
      await requireIntact(services, application.id);
      const content = await readFileOf(services, document).catch(() =>
        refuseBroken(services, application.id, { what: 'file', at: document.id }),
      );
      response.attachment(document.fileName);
      if (inline) renderInPage(response);
      sendFile(response, document, content);
    },
  }),
];

const noProof = () =>
  new Problem('not_found', {
    zh: '这项费用没有免缴证明材料。',
    en: 'There is no proof of an exemption from this fee.',
  });
