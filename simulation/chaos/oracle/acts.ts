import { createHash } from 'node:crypto';
import { findIntake } from '../../../records/application/intakes.js';
import { findEvent } from '../../../records/application/timeline.js';
import { download } from '../traffic/apiClient.js';
import { isFinal, type Sent, wasTooLate } from '../traffic/sender.js';
import type { Walk } from '../traffic/walk.js';
import type { World } from '../world.js';
import type { Finding } from './finding.js';

/** Arrival and its measurement lie on both sides of the same socket, in ms. */
const slack = 50;

/**
 * Nothing acknowledged is lost: an act answered with 200 or 202 is registered, at an instant at which it was under way;
 * one answered with 200 is recorded as the answer said; a refused one is not.
 */
export async function checkAct({ stack: { db } }: World, act: Sent): Promise<readonly Finding[]> {
  const { applicationId, event, key, attempts } = act;
  const reply = act.reply && isFinal(act.reply.status) ? act.reply : null;
  const findings: Finding[] = [];
  const find = (rule: Finding['rule'], text: string) =>
    findings.push({ rule, text: `${applicationId} ${event} ${key}: ${text}` });
  const [intake, recorded] = await Promise.all([
    findIntake(db, { applicationId, key }),
    findEvent(db, applicationId, { key }),
  ]);
  const isTaken = attempts.some(({ status }) => status === 200 || status === 202);
  if (isTaken && !intake) find('lost', 'acknowledged and not registered');
  if (reply?.status === 200) {
    const { seq, to } = recorded?.transition ?? {};
    if (seq !== reply.body.seq || to !== reply.body.status) {
      find('lost', `answered ${reply.body.status} at ${reply.body.seq}, recorded ${to} at ${seq}`);
    }
  } else if (reply && recorded) find('doubled', `refused with ${reply.status}, and recorded`);
  const mayBeRefused = act.mayBeLate || wasTooLate(act);
  if (reply && reply.status !== 200 && !mayBeRefused) find('lost', `refused with ${reply.status}`);
  const at = intake?.act.receivedAt;
  const wasUnderWay = attempts.some(
    ({ from, to, off }) => at !== undefined && at >= from - off - slack && at <= to + off + slack,
  );
  if (at !== undefined && !wasUnderWay)
    find('deadline', `counts from ${new Date(at).toISOString()}, when nobody sent it`);
  return findings;
}

/** What was opened is there once; what was uploaded reads as it did. */
export async function checkDossier({ stack }: World, { opening, applicant, file }: Walk): Promise<readonly Finding[]> {
  const { applicationId } = opening;
  const count = await stack.db.application.count({ where: { applicantId: applicant.id } });
  const findings: Finding[] =
    count === 1 ? [] : [{ rule: 'doubled', text: `${applicant.id} has ${count} applications` }];
  if (!file) return findings;
  const path = `/api/applications/${applicationId}/documents/${file.documentId}`;
  const content = await download(stack.apis[0]?.url ?? '', { person: applicant, path });
  const sha256 = content && createHash('sha256').update(content).digest('hex');
  if (sha256 === file.sha256) return findings;
  return [...findings, { rule: 'lost', text: `${applicationId}: the file ${file.documentId} was acknowledged` }];
}
