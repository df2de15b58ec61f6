import { setTimeout as sleep } from 'node:timers/promises';
import type { Print } from '../../ops/process/progress.js';
import { readBacklog } from '../../records/operations/backlog.js';
import { committeeRules } from '../../rules/policy/committeeRules.js';
import { Actors, type Played } from './actors.js';
import { policy } from './campaign.js';
import { prepareCampaign } from './committee/announce.js';
import { Ledger } from './committee/ledger.js';
import type { Workspace } from './committee/workspace.js';
import { Company } from './company.js';
import { play } from './play.js';
import type { Script } from './script.js';
import { emails, furnish, seedDirectory } from './stage/seedDirectory.js';
import type { Stage } from './stage/stage.js';

/** What was played. */
export interface Rehearsed {
  readonly script: Script;
  /** Every application, in the script's order. */
  readonly company: readonly Played[];
  /** What the committee did together. */
  readonly ledger: Ledger;
  /** Whether everything had come to rest at the end. */
  readonly atRest: boolean;
}

/** Plays the whole campaign on a stage. An aborted `signal` ends it between two acts. */
export async function rehearse(
  stage: Stage,
  script: Script,
  { print, signal: asked }: { readonly print: Print; readonly signal: AbortSignal },
): Promise<Rehearsed> {
  const { parts, until } = script;
  const signal = AbortSignal.any([asked, stage.broken]);
  signal.throwIfAborted();
  const { clock, url, bankSecret } = stage;
  const people = new Company(url);
  await seedDirectory(stage);
  await prepareCampaign(people.person(emails.operator), policy);
  await furnish(stage, parts, policy);
  const actors = new Actors(people, { url, secret: bankSecret });
  const workspace = workspaceFor(stage, script, people);
  const company = await play({ parts, actors, workspace, clock, year: policy.year, until, print: print, signal });
  return { script, company, ledger: workspace.ledger, atRest: await comeToRest(stage, signal) };
}

function workspaceFor({ clock, url }: Stage, { expected }: Script, company: Company): Workspace {
  const [committee] = committeeRules(policy).committees.value;
  if (!committee) throw new Error('the policy has no committee');
  const place = { url, company, clock, policy, campaign: `/api/campaigns/${policy.id}`, committee: committee.code };
  return {
    ...place,
    expected: expected,
    ledger: new Ledger(),
    applications: [],
    seated: [],
    session: null,
    code: null,
    meetings: 0,
  };
}

const longestRest = 60_000;

/** Waits until no act and no letter is on its way. */
async function comeToRest({ db, clock }: Stage, signal: AbortSignal): Promise<boolean> {
  for (const end = performance.now() + longestRest; performance.now() < end; ) {
    signal.throwIfAborted();
    const { intake_unfinished, outbox_pending } = await readBacklog(db, clock.now());
    if (intake_unfinished === 0 && outbox_pending === 0) return true;
    await sleep(100);
  }
  return false;
}
