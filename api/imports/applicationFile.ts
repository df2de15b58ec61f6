import { z } from 'zod';
import { personEvents, roles } from '../../rules/application/lifecycle.js';
import { documentKinds } from '../../rules/dossier/dossier.js';
import { formOf } from '../acts/formOf.js';
import { dossierSchema } from '../dossier/dossierSchema.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { level, track } from '../http/campaignCodes.js';
import { fieldErrors } from '../http/fieldErrors.js';
import type { FieldError } from '../http/problem.js';
import { instant, line } from '../http/text.js';
import { pastBodies } from './pastBodies.js';

const Line = z
  .strictObject({
    event: z.enum(personEvents),
    /** The instant it was registered. */
    at: instant,
    by: z.strictObject({
      role: z.enum(roles).exclude(['timer']),
      /** Address of the person's account here, or any name; kept as a pseudonym. */
      person: line(254).optional(),
    }),
    /** What the person sent; see `pastBodies`. */
    body: z.record(z.string(), z.unknown()).default({}),
    /** Of a submission: the form as it was then. Left out: as it is now. */
    dossier: dossierSchema.optional(),
  })
  .superRefine(({ event, body }, context) => {
    const { error } = pastBodies[formOf(event)].safeParse(body);
    for (const issue of error?.issues ?? []) context.addIssue({ ...issue, path: ['body', ...issue.path] } as never);
  });

const Document = z.strictObject({
  kind: z.enum(documentKinds),
  year: z.int().min(1950).max(2100).nullable().default(null),
  /** Where the file lies, from the folder of this JSON file. */
  file: line(1000),
  at: instant,
  by: z.enum(['applicant', 'unit']).default('applicant'),
});

const inOrder = (past: readonly { readonly at: number }[]) =>
  past.every(({ at }, index) => index === 0 || at >= (past[index - 1]?.at ?? 0));

/** One application that is under way in another system. */
const ApplicationEntry = z.strictObject({
  /** Its id here; the same file again then changes nothing. Left out: made from campaign and applicant. */
  id: z.uuid().optional(),
  campaignId: line(64),
  applicant: z.strictObject({ email: z.email().max(254), name: line(100) }),
  unitId: line(64),
  profile: z.strictObject({
    level,
    track,
    specialty: line(64),
    defenseExempt: z.boolean().default(false),
  }),
  openedAt: instant,
  /** The form as it is now. */
  dossier: dossierSchema.default({}),
  documents: z.array(Document).max(500).default([]),
  past: z
    .array(Line)
    .max(500)
    .refine(
      inOrder,
      bilingualMessage('往事须按时间先后排列。', 'Past events have to stand in the order of their time.'),
    ),
});
export type ApplicationEntry = z.output<typeof ApplicationEntry>;

const ApplicationFile = z.array(ApplicationEntry).max(10_000);

/**
 * The applications of a file for `npm run import`: one, or a list of them.
 *
 * @returns them, or every fault of the file by its path
 */
export function readApplicationFile(
  json: unknown,
): { readonly entries: readonly ApplicationEntry[] } | { readonly errors: readonly FieldError[] } {
  const { data, error } = ApplicationFile.safeParse(Array.isArray(json) ? json : [json]);
  return data ? { entries: data } : { errors: fieldErrors(error) };
}
