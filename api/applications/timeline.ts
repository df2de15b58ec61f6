import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { type TimelineEntry, timelineOf } from '../../records/application/timeline.js';
import type { Database } from '../../records/database.js';
import { openContact } from '../../records/sealed/sealedContact.js';
import type { Deadline } from '../../rules/application/deadline.js';
import type { Profile } from '../../rules/application/facts.js';
import { actorLabels } from '../../rules/application/labels.js';
import type { EventName, Role } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { deadlineLabelFor, eventLabelFor } from '../../rules/candidate/labelsOfTrack.js';
import { canonical } from '../../rules/canonical.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Caller } from '../accounts/caller.js';
import { formOf } from '../acts/formOf.js';
import { fingerprint, sentNotModified } from '../http/cacheable.js';
import { defineRoute } from '../http/defineRoute.js';
import { deadlineBody } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { maskedFreeText } from './maskedFreeText.js';
import { readingRoles } from './mayReadDossier.js';
import { mayReadData, mayReadFreeText } from './readableFreeText.js';
import { TimelineAnswer } from './timelineAnswers.js';
import { visibleApplication } from './visible.js';

/** Every event of an application with its hash: who, when, and why for those who may know. */
export const timelineRoute = defineRoute({
  method: 'get',
  path: `${own}/timeline`,
  tag: '申报',
  summary: '全部经过',
  roles: 'signed in',
  subject: visibleApplication,
  answers: { 200: TimelineAnswer, 304: null },
  handle: async ({ subject, caller, request, response }, { db }) => {
    const { application } = subject;
    const roles = await readingRoles(db, caller, application, subject.roles);
    // Events never change: the hash of the last one names all of them, the roles what is shown of them.
    const tag = `W/"${fingerprint([application.lastHash, caller.personId, roles])}"`;
    if (sentNotModified(request, response, tag)) return;
    const [entries, { policy }] = await Promise.all([timelineOf(db, application.id), pinnedPolicy(db, application)]);
    const labels = labelsFor(application.facts.profile, policy);
    const isApplicant = application.applicantId === caller.personId;
    const events = entries.map((entry) => view(db, entry, caller, roles, isApplicant, labels));
    response.json({ events: await Promise.all(events) });
  },
});

/** What events and deadlines are called for the candidate. */
const labelsFor = (profile: Profile, policy: Policy) => ({
  event: (name: EventName) => eventLabelFor(name, profile, policy),
  deadline: (deadline: Deadline) => deadlineLabelFor(deadline, profile, policy),
});

async function view(
  db: Database,
  { transition, recordedAt, prevHash, hash, freeText }: TimelineEntry,
  { personId }: Caller,
  roles: readonly Role[],
  isApplicant: boolean,
  labels: ReturnType<typeof labelsFor>,
) {
  const { seq, law, event, actor, at, from, to, data, changes, deadlines, freeTextHash, key } = transition;
  const form = formOf(event);
  const written = actor.personId === personId;
  const shown = written || mayReadFreeText(form, roles, isApplicant) ? await opened(db.vault, freeText) : null;
  // Only who wrote a number, and the candidate, sees it in full; others ask for it and give a reason.
  const text = shown === null || written || isApplicant ? shown : maskedFreeText(shown);
  return {
    seq,
    law,
    event,
    eventLabels: labels.event(event),
    actor: { ...actor, ...actorLabels(event, actor.role) },
    at: isoInBeijing(at),
    recordedAt: isoInBeijing(recordedAt),
    from,
    to,
    key,
    data: mayReadData(form, roles, isApplicant) ? data : {},
    changes,
    deadlines: Object.values(deadlines).map((deadline) => deadlineBody(deadline, labels.deadline(deadline))),
    freeTextHash,
    freeText: text,
    freeTextMasked: text !== null && canonical(text) !== canonical(freeText),
    prevHash,
    hash,
  };
}

async function opened(vault: Database['vault'], freeText: TimelineEntry['freeText']) {
  const contact = freeText?.contact;
  return contact === undefined ? freeText : { ...freeText, contact: await openContact(vault, contact) };
}
