import { randomUUID } from 'node:crypto';
import type { Engine } from '../../../engine/engine.js';
import { startFromRecord } from '../../../ops/imports/startFromRecord.js';
import { findApplication } from '../../../records/application/applications.js';
import { importApplication } from '../../../records/application/importApplication.js';
import type { Database } from '../../../records/database.js';
import type { DeadlineName } from '../../../rules/application/deadlines.js';
import type { Facts } from '../../../rules/application/facts.js';
import { openDraft } from '../../../rules/application/opening.js';
import { hour, type Instant } from '../../../rules/calendar/instant.js';
import { profile } from '../../hurried/bodies.js';
import { runStory, stories } from '../../story/story.js';
import { calendar, longAgo, extended as policy } from './campaigns.js';
import type { Path } from './paths.js';
import { departmentId, type Person, unitId } from './people.js';

/**
 * Takes over an application in a status; approved extensions have moved one deadline to some seconds after `from`, others
 * far.
 */
export async function takeOver(
  { db, engine }: { readonly db: Database; readonly engine: Engine },
  { id: applicantId }: Person,
  { status, deadline, seconds }: NonNullable<Path['from']>,
  from: Instant = Date.now(),
): Promise<Facts> {
  const applicationId = randomUUID();
  const identity = { applicationId, campaignId: policy.id, applicantId, unitId, chain: [departmentId] };
  const opening = openDraft({ ...identity, profile }, policy, calendar);
  let played = runStory(opening, stories[status], policy, calendar, longAgo);
  const acts = [...played.acts];
  for (const name of Object.keys(played.facts.deadlines)) {
    const data = { deadline: name as DeadlineName, due: from + (name === deadline ? seconds : 3_600) * 1_000 };
    played = runStory(played.facts, [{ event: 'extend', data }], policy, calendar, played.at);
    acts.push(...played.acts);
    played = runStory(played.facts, ['approve_extension'], policy, calendar, played.at, { office: 'office-2' });
    acts.push(...played.acts);
  }
  const past = acts.map((act) => ({ act, freeText: { reason: '一段往事' } }));
  const given = { facts: opening, openedAt: longAgo - hour, past, policy, calendar, upTo: Date.now() };
  await importApplication(db, given);
  const application = await findApplication(db, applicationId);
  if (!application) throw new Error('what was imported is there');
  await startFromRecord({ db, engine, now: Date.now() }, application);
  return opening;
}
