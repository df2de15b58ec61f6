import type { Application } from '../../records/application/applicationRow.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { timelineOf } from '../../records/application/timeline.js';
import type { Database } from '../../records/database.js';
import { documentsOf } from '../../records/dossier/documents.js';
import { findDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { submissionsOf } from '../../records/dossier/submissions.js';
import { lettersTo } from '../../records/mail/notifications.js';
import { findPerson, namedBindingsOf } from '../../records/people/people.js';
import { registeredIdNumber } from '../../records/people/registrants.js';
import { listApplications, type QueueItem } from '../../records/queue/queue.js';
import { type EventName, eventLabels, lifecycle } from '../../rules/application/lifecycle.js';
import { isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { eventLabelFor, statusLabelFor } from '../../rules/candidate/labelsOfTrack.js';
import { personalRoles } from '../../rules/notifications/notificationKinds.js';
import { formOf } from '../acts/formOf.js';
import { mayReadFreeText } from '../applications/readableFreeText.js';
import { documentView } from '../documents/view.js';
import { defineRoute } from '../http/defineRoute.js';
import { letterViews } from './notifications.js';

/** More than anybody has: one application a year. */
const mostApplications = 200;
const mostLetters = 2_000;

/**
 * 个人信息保护法 第四十五条: everything kept about the caller as an applicant, as one file: account and roles, each
 * application with its form, submitted versions, list of documents and acts, and the letters to them. Who objected to an
 * application is not in it.
 */
export const ownDataRoute = defineRoute({
  method: 'get',
  path: '/api/me/data',
  tag: '账户',
  summary: '导出本人的数据：账户、申报材料、办理经过、通知（JSON 文件）',
  roles: 'signed in',
  answers: { 200: 'file' },
  handle: async ({ caller: { personId }, response }, { db, clock, publicUrl }) => {
    const now = await clock();
    const scopes = [{ kind: 'applicant' as const, id: personId }];
    const mailboxes = personalRoles.map((role) => ({ role, scope: personId }));
    const [person, idNumber, roles, { items }, letters] = await Promise.all([
      findPerson(db, personId),
      registeredIdNumber(db, personId),
      namedBindingsOf(db, personId),
      listApplications(db, { scopes, limit: mostApplications }),
      lettersTo(db, { mailboxes, before: '9'.repeat(18), limit: mostLetters }),
    ]);
    const applications = [];
    for (const item of items) applications.push(await applicationOf(db, item, publicUrl));
    const content = {
      exportedAt: isoInBeijing(now),
      person: {
        id: personId,
        name: person?.name ?? null,
        email: person?.email ?? null,
        phone: person?.phone ?? null,
        idNumber,
      },
      roles,
      applications,
      letters: await letterViews(db, letters, { portal: publicUrl, upTo: 0n, language: 'zh' }),
    };
    response
      .attachment(`我的数据-${localDateOf(now)}.json`)
      .type('application/json')
      .set('Cache-Control', 'private, no-store')
      .end(JSON.stringify(content, null, 2));
  },
});

/** What status and events are called for the applicant. */
async function labelsOf(db: Database, application: Application) {
  const { facts } = application;
  const { policy } = await pinnedPolicy(db, application);
  return {
    status: statusLabelFor(facts.status, facts, policy).zh,
    event: (event: EventName) => eventLabelFor(event, facts.profile, policy).zh,
  };
}

async function applicationOf(db: Database, item: QueueItem, publicUrl: string) {
  const { id, campaignId, status, specialty, level, unitName } = item;
  const [application, draft, documents, submitted, timeline] = await Promise.all([
    lookUpApplication(db, id),
    findDossier(db, id),
    documentsOf(db, id),
    submissionsOf(db, id),
    timelineOf(db, id),
  ]);
  const labels = application && (await labelsOf(db, application));
  const versions = submitted.map(async ({ hash, at }) => ({
    hash,
    at: isoInBeijing(at),
    form: (await findFrozenDossier(db, { applicationId: id, hash }))?.dossier ?? null,
  }));
  return {
    id,
    campaignId,
    status,
    statusLabel: labels?.status ?? lifecycle[status].zh,
    specialty,
    level,
    unitName,
    form: draft?.dossier ?? {},
    submitted: await Promise.all(versions),
    documents: documents.map((document) => ({
      ...documentView(document),
      download: `${publicUrl}/api/applications/${id}/documents/${document.id}`,
    })),
    acts: timeline.map(({ transition: { seq, event, actor, at, from, to }, freeText }) => ({
      seq,
      event,
      eventLabel: labels?.event(event) ?? eventLabels[event].zh,
      role: actor.role,
      at: isoInBeijing(at),
      from,
      to,
      text: mayReadFreeText(formOf(event), ['applicant'], true) ? freeText : null,
    })),
  };
}
