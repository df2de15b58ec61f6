import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import type { Database } from '../../records/database.js';
import { documentsOf } from '../../records/dossier/documents.js';
import { findDossier } from '../../records/dossier/dossiers.js';
import { saveSections } from '../../records/dossier/saveSections.js';
import { registeredIdNumber } from '../../records/people/registrants.js';
import { dossierEditable } from '../../rules/application/lifecycle.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { profileOf } from '../../rules/candidate/profile.js';
import { retirementNote } from '../../rules/candidate/retirement.js';
import { missingItems } from '../../rules/dossier/checklist.js';
import { differenceOf } from '../../rules/dossier/difference.js';
import { type Dossier, sectionNames } from '../../rules/dossier/dossier.js';
import { dossierSchema } from '../dossier/dossierSchema.js';
import { applicationFindings } from '../findings/applicationFindings.js';
import { defineRoute } from '../http/defineRoute.js';
import { fieldError } from '../http/fieldErrors.js';
import { Problem } from '../http/problem.js';
import { ActHeaders, own } from '../openapi/parts.js';
import { snapshotAt } from './applicationSnapshot.js';
import { SavedAnswer } from './dossierAnswers.js';
import { dossierTag, dossierVersionOf } from './dossierTag.js';
import { notEditable } from './notEditable.js';
import { visibleApplication } from './visible.js';

/** Saves the form, only while the law leaves it with the candidate. A section is replaced whole, however incomplete. */
export const patchRoute = defineRoute({
  method: 'patch',
  path: own,
  tag: '申报',
  summary: '保存申报材料；If-Match 可带材料的 ETag（"d12"），别处改过则为 409，errors 指明哪些部分',
  roles: 'signed in',
  among: ['applicant'],
  headers: ActHeaders.pick({ 'if-match': true }),
  subject: async (arrival, services) => {
    const { application } = await visibleApplication(arrival, services);
    if (application.applicantId !== arrival.caller.personId)
      throw new Problem('not_permitted', {
        zh: '只有申报人可以修改申报材料。',
        en: 'Only the applicant can change the dossier.',
      });
    return application;
  },
  /** `version` is the one the person saw. */
  body: z.strictObject({ version: z.int().min(0).optional(), sections: dossierSchema }),
  answers: { 200: SavedAnswer },
  handle: async (
    { subject: application, body: { version: expected, sections }, request, response, caller },
    { db, clock },
  ) => {
    const now = await clock();
    const { facts, policy } = await snapshotAt(db, application, now);
    if (!dossierEditable(facts.status)) {
      throw notEditable(facts.status);
    }
    await refuseOtherIdNumber(db, application.applicantId, sections);
    const expectedVersion = expected ?? dossierVersionOf(request);
    const judged = { submittedOn: localDateOf(now), metOn: null, exact: false };
    const retiring = retirementNote(sections, policy, judged) !== null;
    const version = await saveSections(db, { ...ownerOf(application), sections, retiring, expectedVersion, at: now });
    if (version === null) throw await overtaken(db, application.id, sections);
    response.set('ETag', dossierTag(version));
    const [draft, documents] = await Promise.all([findDossier(db, application.id), documentsOf(db, application.id)]);
    const dossier = draft?.dossier ?? {};
    const profile = profileOf(facts.profile, dossier, documents);
    const findings = await applicationFindings({ db, clock }, { application, dossier, documents, caller });
    return { version, missing: missingItems(dossier, documents, profile, policy), findings: [...findings] };
  },
});

/**
 * Who registered with an ID number applies with it: nobody files in another's name.
 *
 * @throws Problem `body_invalid`
 */
async function refuseOtherIdNumber(db: Database, applicantId: string, { basicInformation }: Dossier): Promise<void> {
  const typed = basicInformation?.idNumber;
  const registered = typed ? await registeredIdNumber(db, applicantId) : null;
  if (registered === null || registered === typed) return;
  throw new Problem(
    'body_invalid',
    {
      zh: '身份证号与您注册时的不一致，请核对；注册时写错的，请联系运维人员。',
      en: 'This is not the ID number you registered with; please check it, or ask an operator if that one is wrong.',
    },
    { field: 'sections.basicInformation.idNumber' },
  );
}

const ownerOf = ({ id: applicationId, applicantId }: Application) => ({ applicationId, applicantId });

/** The refusal when somebody saved in the meantime: it names the sections that now differ from what was to be saved. */
async function overtaken(db: Database, applicationId: string, sections: Dossier): Promise<Problem> {
  const kept = (await findDossier(db, applicationId))?.dossier ?? {};
  const others = sectionNames.filter((name) => sections[name] !== undefined && !same(kept[name], sections[name]));
  const message = {
    zh: '这一部分已在别处修改过，内容与您要保存的不同。',
    en: 'This part was changed elsewhere, and is now other than what you would save.',
  };
  return new Problem(
    'stale_page',
    {
      zh: '申报材料已在别处修改过，请重新载入后再保存。',
      en: 'The dossier was changed elsewhere; please reload it before you save.',
    },
    {
      field: 'version',
      errors: others.map((name) => fieldError(`sections.${name}`, message)),
    },
  );
}

function same(before: unknown, after: unknown): boolean {
  return differenceOf(before, JSON.parse(JSON.stringify(after))).length === 0;
}
