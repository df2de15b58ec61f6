import type { Instant } from '../../rules/calendar/instant.js';
import type { ReexaminationState } from '../../rules/sanctions/reexamination.js';
import type { Database } from '../database.js';
import { enqueueNotifications } from '../mail/enqueueNotifications.js';
import { stored } from '../timestamps.js';

/** Notes an applicant's request and writes to the office. @throws when there was one before: see `isAlreadyThere` */
export async function requestReexamination(
  database: Database,
  {
    at,
    by,
    ...request
  }: {
    readonly applicationId: string;
    readonly campaignId: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { applicationId, campaignId } = request;
  await database.$transaction(async (transaction) => {
    await transaction.reexamination.create({ data: { ...request, requestedBy: by, requestedAt: stored(at) } });
    const letter = { kind: 'reexamination_requested', role: 'office', scope: campaignId, personal: false } as const;
    const key = `${letter.kind}:${applicationId}`;
    await enqueueNotifications(transaction, [{ ...letter, campaignId, key, detail: { at, applicationId } }]);
  });
}

/** Notes the office's decision and writes to the applicant. False: it was decided already. */
export async function decideReexamination(
  database: Database,
  {
    id,
    at,
    by,
    reason,
    ...decision
  }: {
    readonly id: string;
    readonly state: Exclude<ReexaminationState, 'requested'>;
    readonly newApplicationId: string | null;
    readonly reason: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const data = { ...decision, decidedBy: by, decidedReason: reason, decidedAt: stored(at) };
  return await database.$transaction(async (transaction) => {
    const { count } = await transaction.reexamination.updateMany({ where: { id, state: 'requested' }, data });
    if (count === 0) return false;
    const include = { application: { select: { applicantId: true } } };
    const asked = await transaction.reexamination.findUniqueOrThrow({ where: { id }, include });
    const { applicationId, campaignId } = asked;
    const letter = { role: 'applicant', scope: asked.application.applicantId, personal: true } as const;
    const kind = `reexamination_${decision.state}` as const;
    const detail = { at, applicationId };
    await enqueueNotifications(transaction, [{ ...letter, kind, campaignId, key: `${kind}:${applicationId}`, detail }]);
    return true;
  });
}
