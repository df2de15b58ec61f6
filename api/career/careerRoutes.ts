import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { addDocument } from '../../records/dossier/addDocument.js';
import { masksOf, saveMask } from '../../records/dossier/documentMasks.js';
import { copiedPrint } from '../../records/dossier/documentPrints.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { keepReading, readingsOf } from '../../records/dossier/scanReadings.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { careerSections } from '../../rules/dossier/career/careerFile.js';
import { pictureProblem } from '../../rules/dossier/pictures.js';
import { DocumentAnswer } from '../applications/dossierAnswers.js';
import { visibleApplication } from '../applications/visible.js';
import { requireAddable, tooManyFiles } from '../documents/addEvidence.js';
import { documentView } from '../documents/view.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { at, json, own } from '../openapi/parts.js';
import { careerFileOf } from './careerFile.js';

const CareerAnswer = z
  .object({
    sources: z.array(z.object({ id: z.uuid(), number: z.string(), campaignTitle: z.string(), openedAt: at })),
    known: json.meta({ description: '空白申报表可预填的内容' }),
    rows: z.array(
      z.object({ section: z.enum(careerSections), isEntry: z.boolean(), value: json, applicationId: z.uuid() }),
    ),
    documents: z.array(DocumentAnswer),
  })
  .meta({ id: 'CareerFile', description: '本人以往申报中填过、可带入本次申报的内容' });

type Arrival = Parameters<typeof visibleApplication>[0];
const tag = '申报';

/** A person's own application: nobody else is offered what they entered before. @throws Problem `not_permitted` */
async function ownApplication(arrival: Arrival, services: Parameters<typeof visibleApplication>[1]) {
  const { application, roles } = await visibleApplication(arrival, services);
  if (application.applicantId !== arrival.caller.personId)
    throw new Problem('not_permitted', {
      zh: '以往申报的内容只供本人带入。',
      en: 'What was entered in earlier applications is offered to the person themselves only.',
    });
  return { application, roles };
}

/** What a person entered before is offered to their next application, and to nobody else. */
export const careerRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/career`,
    tag,
    summary: '本人以往申报中可带入的内容，以及可预填的内容',
    roles: 'signed in',
    among: ['applicant'],
    subject: ownApplication,
    answers: { 200: CareerAnswer },
    handle: async ({ subject: { application } }, services) => {
      const { sources, known, rows, documents } = await careerFileOf(services, application);
      return {
        sources: sources.map((source) => ({ ...source, openedAt: isoInBeijing(source.openedAt) })),
        known: { ...known },
        rows: rows.map((row) => ({ ...row, value: { ...row.value } })),
        documents: documents.map(documentView),
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${own}/career/documents`,
    tag,
    summary: '把本人以往申报的材料带入本次申报，不必重新上传',
    roles: 'signed in',
    among: ['applicant'],
    subject: ownApplication,
    body: z.strictObject({ documents: z.array(z.uuid()).min(1).max(100) }),
    answers: { 201: z.object({ documents: z.array(DocumentAnswer) }) },
    handle: async ({ subject, body, caller }, services) => {
      const { application } = subject;
      const offered = (await careerFileOf(services, application)).documents;
      const chosen = offered.filter(({ id }) => body.documents.includes(id));
      if (chosen.length < new Set(body.documents).size)
        throw new Problem('not_found', {
          zh: '所选材料不在可带入的范围内，请刷新后重选。',
          en: 'Some of these documents are not offered; please reload and choose again.',
        });
      const { policy } = await pinnedPolicy(services.db, application);
      for (const { kind, picture, mediaType } of chosen) {
        await requireAddable(services, { ...subject, kind, fileName: '', by: caller.personId });
        const measured = picture ?? null;
        // Of a picture from another system nothing was measured.
        const problem = mediaType !== 'application/pdf' && !measured ? null : pictureProblem(kind, measured, policy);
        if (problem) throw new Problem('file_refused', problem, { field: 'documents', clause: problem.clause });
      }
      const added: StoredDocument[] = [];
      for (const document of chosen) added.push(await linked(services, application, document));
      return { documents: added.map(documentView) };
    },
  }),
];

/** The document under an id of its own; its file is the same, under the same person's key. */
async function linked(
  { db, clock }: Parameters<typeof careerFileOf>[0],
  { id: applicationId, applicantId }: Application,
  document: StoredDocument,
): Promise<StoredDocument> {
  const copy = { ...document, id: randomUUID(), applicationId, uploadedBy: applicantId, uploadedAt: await clock() };
  const print = await copiedPrint(db, personOwner(applicantId), { from: document.id, to: copy.id });
  if (!(await addDocument(db, copy, print))) throw tooManyFiles();
  const [read] = await readingsOf(db, [document.id]);
  if (read) await keepReading(db, personOwner(applicantId), { ...read, documentId: copy.id });
  const mask = (await masksOf(db, [document.id])).get(document.id);
  if (mask) await saveMask(db, { ...mask, documentId: copy.id });
  return copy;
}
