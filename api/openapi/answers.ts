import { z } from 'zod';
import { deadlineNames } from '../../rules/deadline.js';
import { documentKinds, sectionNames } from '../../rules/dossier.js';
import { events, repairs, roles, statuses } from '../../rules/lifecycle.js';
import { statusOf } from '../problem.js';

// What the API answers, for the reference and for typed clients; the tests hold the answers against these.

const at = z.iso.datetime({ offset: true }).meta({ description: '北京时间 +08:00' });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const status = z.enum(statuses).meta({ id: 'Status' });
const role = z.enum(roles).meta({ id: 'Role' });
const event = z.enum(events).meta({ id: 'Event' });
const words = z.object({ zh: z.string(), en: z.string() });
const level = z.enum(['junior', 'mid', 'deputy_senior']);
const json = z.record(z.string(), z.unknown());
const code = z
  .enum(Object.keys(statusOf) as [keyof typeof statusOf, ...(keyof typeof statusOf)[]])
  .meta({ id: 'ProblemCode' });

const MissingItem = z
  .object({ section: z.enum(sectionNames), field: z.string(), clause: z.string(), message: z.string() })
  .meta({ id: 'MissingItem' });
export const Deadline = z
  .object({
    name: z.enum(deadlineNames),
    due: at,
    clause: z.string(),
    rule: z.enum(['as_written', 'working_days', 'calendar_days']),
    countedFrom: z.iso.date().nullable(),
    days: z.number().nullable(),
    skipped: z.array(z.object({ date: z.iso.date(), reason: z.string() })),
    calendarVersion: z.string(),
    provisional: z.boolean(),
    moved: z.array(z.object({ from: at, to: at, why: z.enum(['extension', 'toll']) })),
    explanation: z.string(),
    pastDue: z.boolean().optional(),
  })
  .meta({ id: 'Deadline' });
const Happened = z.object({ seq: z.int(), event, words: z.string(), role, at }).meta({ id: 'Happened' });
export const ProblemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code,
    detail: z.string(),
    clause: z.string().nullable(),
    field: z.string().nullable(),
    deadline: Deadline.nullable(),
    missing: z.array(MissingItem),
    errors: z.array(z.object({ field: z.string(), message: z.string() })),
    happened: z.array(Happened),
    receivedAt: at.optional(),
  })
  .meta({ id: 'Problem' });

export const ReceiptAnswer = z
  .object({ status, seq: z.int(), key: z.string(), receivedAt: at })
  .meta({ id: 'Receipt', description: '收件时间以 receivedAt 为准' });
export const PendingAnswer = z
  .object({ status: z.null(), seq: z.null(), key: z.string(), receivedAt: at, detail: z.string() })
  .meta({ id: 'PendingReceipt' });
export const OutcomeAnswer = z
  .object({
    key: z.string(),
    event: z.enum([...events, ...repairs]),
    receivedAt: at,
    outcome: z.enum(['pending', 'done', 'refused']),
    answer: z.object({ status, seq: z.int() }).nullable(),
    problem: ProblemAnswer.nullable(),
  })
  .meta({ id: 'ActOutcome' });

const Profile = z.object({
  level,
  track: z.enum(['regular', 'private_special', 'skilled']),
  employerKind: z.enum(['public_institution', 'state_enterprise', 'private_enterprise']),
  specialty: z.string(),
  defenseExempt: z.boolean(),
});
const Action = z
  .object({
    event,
    zh: z.string(),
    en: z.string(),
    who: z.array(role),
    takes: z.string(),
    clause: z.string(),
    allowed: z.boolean(),
    as: role.nullable(),
    refusal: z.object({ code, clause: z.string(), message: z.string(), deadline: Deadline.nullable() }).nullable(),
  })
  .meta({ id: 'Action' });
export const ApplicationAnswer = z
  .object({
    id: z.uuid(),
    campaignId: z.string(),
    unitId: z.string(),
    chain: z.array(z.string()),
    chainLevel: z.int(),
    applicantId: z.string(),
    profile: Profile,
    status,
    statusWords: words,
    turn: role.nullable(),
    final: z.boolean(),
    seq: z.int(),
    submissions: z.int(),
    dossierHash: sha256.nullable(),
    pastDue: z.boolean(),
    deadlines: z.array(Deadline),
    tolledSince: at.nullable(),
    pendingExtension: z.object({ deadline: z.enum(deadlineNames), due: at, requestedBy: z.string() }).nullable(),
    defects: z.array(z.string()),
    objections: z.array(
      z.object({
        id: z.string(),
        stage: z.enum(['unit_publicity', 'public_notice']),
        raisedAt: at,
        outcome: z.enum(['upheld', 'dismissed']).nullable(),
      }),
    ),
    acceptedAt: at.nullable(),
    paidAt: at.nullable(),
    materialsAt: at.nullable(),
    defenseAt: at.nullable(),
    score: z.object({ sum: z.int(), count: z.int() }).nullable(),
    tally: z.record(z.string(), z.int()).nullable(),
    needsAttention: z.boolean(),
    started: z.boolean(),
    openedAt: at,
    updatedAt: at,
    actions: z.array(Action),
  })
  .meta({ id: 'Application' });

export const ListAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        campaignId: z.string(),
        unitId: z.string(),
        unitName: z.string(),
        departmentId: z.string().nullable(),
        applicantId: z.string(),
        applicantName: z.string(),
        level,
        specialty: z.string(),
        status,
        statusWords: words,
        seq: z.int(),
        due: at.nullable(),
        pastDue: z.boolean(),
        submissions: z.int(),
        needsAttention: z.boolean(),
        updatedAt: at,
      })
      .meta({ id: 'QueueItem' }),
  ),
  next: z.string().nullable(),
});

export const DocumentAnswer = z
  .object({
    id: z.uuid(),
    applicationId: z.uuid(),
    kind: z.enum(documentKinds),
    year: z.int().nullable(),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int(),
    sha256,
    uploadedAt: at,
  })
  .meta({ id: 'Document' });
export const SavedAnswer = z.object({ version: z.int(), missing: z.array(MissingItem) });
export const DossierAnswer = z.object({
  version: z.int().nullable(),
  hash: sha256.nullable(),
  frozen: z.boolean(),
  sections: json.nullable(),
  documents: z.array(DocumentAnswer),
});
export const TimelineAnswer = z.object({
  events: z.array(
    z
      .object({
        seq: z.int(),
        event,
        eventWords: words,
        actor: z.object({ role, personId: z.string(), scope: z.string().nullable(), zh: z.string(), en: z.string() }),
        at,
        recordedAt: at,
        from: status,
        to: status,
        key: z.string(),
        data: json,
        changes: json,
        deadlines: z.array(Deadline),
        wordsHash: sha256.nullable(),
        words: json.nullable(),
        prevHash: sha256,
        hash: sha256,
      })
      .meta({ id: 'TimelineEvent' }),
  ),
});

export const MeAnswer = z.object({
  personId: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  roles: z.array(z.object({ role, scope: z.string().nullable(), zh: z.string(), en: z.string() })),
});
export const CampaignAnswer = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['preparing', 'open', 'closed']),
    committee: z.string(),
    year: z.int(),
    policyVersion: z.int(),
    calendarVersion: z.string(),
    filing: z.object({ opens: z.string(), committee: z.string() }),
    levels: z.array(level),
    specialties: z.array(z.object({ code: z.string(), name: z.string(), series: z.string() })),
  })
  .meta({ id: 'Campaign' });
export const LintAnswer = z.object({
  mayOpen: z.boolean(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      clause: z.string(),
      date: z.iso.date().nullable(),
      message: z.string(),
      path: z.string().nullable(),
    }),
  ),
});

const noticeKind = z.enum(['publicity_period', 'notice_period']);
const Notice = z.object({
  id: z.uuid(),
  campaignId: z.string(),
  kind: noticeKind,
  name: z.string(),
  unitName: z.string(),
  level,
  specialty: z.string(),
});
export const NoticesAnswer = z.object({ items: z.array(Notice), next: z.string().nullable() });
export const NoticeAnswer = z.object({
  id: z.uuid(),
  kind: noticeKind,
  name: z.string(),
  unitName: z.string().nullable(),
  campaign: z.object({ id: z.string(), title: z.string(), committee: z.string() }).nullable(),
  level,
  specialty: z.string(),
  deadline: Deadline.nullable(),
});
