import type { LetterFacts, LetterPoint } from '../documents/mail/letter.js';
import type { ActFreeText } from '../records/application/actFreeText.js';
import type { LetterSource } from '../records/mail/letterSources.js';
import type { ApplicationLetter } from '../records/mail/outbox.js';
import { placeLabel } from '../rules/dossier/placeLabel.js';
import { reminderKinds } from '../rules/notifications/reminders.js';
import { policyOfRound } from '../rules/policy/rounds.js';

const reminders = new Set<string>(reminderKinds);

/** The facts of a waiting letter, from its row and its source. `portal`: the portal's address. */
export function letterFacts(waiting: ApplicationLetter, source: LetterSource, portal: string): LetterFacts {
  const { kind, role: to, applicationId, detail } = waiting;
  const { event, freeText, number, applicantName, unitName, chain, profile, audited, calendar } = source;
  const policy = policyOfRound(source.policy, source.round);
  const same = {
    kind,
    to,
    applicationId,
    number,
    applicantName,
    unitName,
    chain,
    profile,
    policy,
    calendar,
    audited,
    link: linkOf(portal, applicationId),
  };
  const status = event?.to ?? 'draft';
  if (reminders.has(kind)) {
    const { at = event?.at ?? 0, deadline } = detail;
    const deadlines = deadline ? [deadline] : Object.values(event?.deadlines ?? {});
    return { ...same, status, at, deadlines, previous: [], transition: null, reason: null, place: null, defects: [] };
  }
  if (!event) throw new Error(`outbox ${waiting.id} has no event`);
  // While deadlines are tolled there is none to name.
  const deadlines = event.event === 'approve_toll' ? [] : Object.values(event.deadlines);
  // An objector's text may show who they are; those who have to examine it read it in the portal.
  const reason = event.event === 'raise_objection' ? null : (freeText?.reason ?? null);
  const place = typeof freeText?.place === 'string' ? freeText.place : null;
  const defects = freeText?.defects?.map(pointOf) ?? [];
  const previous = Object.values(event.previous);
  return { ...same, status, at: event.at, deadlines, previous, transition: event, reason, place, defects };
}

function linkOf(portal: string, applicationId: string): string {
  return `${portal}/applications/${applicationId}`;
}

/** A defect with what of the form it concerns. */
function pointOf({ text, section, field }: NonNullable<ActFreeText['defects']>[number]): LetterPoint {
  return { text, field: section === undefined ? null : placeLabel(section, field ?? '') };
}
