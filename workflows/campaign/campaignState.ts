import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { AmendAnswer, RecordedCampaign } from '../../activities/campaignActivities.js';
import { day, type Instant } from '../../rules/calendar/instant.js';
import type { CampaignAct, CampaignFacts, CampaignTransition } from '../../rules/campaign/campaignFacts.js';
import { campaignEventLabels } from '../../rules/campaign/campaignLabels.js';
import { campaignLaw } from '../../rules/campaign/campaignLaw.js';
import {
  decideCampaign,
  dueOnCampaign,
  evolveCampaign,
  isCampaignRefusal,
  nextCampaignDate,
} from '../../rules/campaign/decideCampaign.js';
import type { Refusal } from '../../rules/refusal.js';
import { sameValue } from '../application/searchAttributes.js';
import { RunningState } from '../runningState.js';
import { describeCampaign } from './campaignDetails.js';
import { campaignRegular } from './campaignEffects.js';
import type { CampaignInput, FanOutCursor } from './campaignMessages.js';
import { campaignSearchable } from './campaignStart.js';
import { nothingAmended, pendingFanOut } from './fanOuts.js';
import { readCampaign } from './openCampaign.js';

/** One campaign while it runs: the facts, what is being applied to its applications, and the effects of both. */
export class CampaignState extends RunningState<CampaignAct, CampaignTransition> {
  facts: CampaignFacts;
  /** Fan-outs under way, by meeting. */
  readonly fanOuts: Record<string, FanOutCursor> = {};
  /** Whether an approved amendment has to be applied to running applications. */
  amending = false;
  /** How far it has got. */
  amended: AmendAnswer = nothingAmended;
  private policyChanged = false;
  private publishedAttributes: ReturnType<typeof campaignSearchable>;

  constructor(
    private readonly input: CampaignInput,
    { facts, answers }: RecordedCampaign,
  ) {
    super(input.clockOffset, answers);
    this.facts = facts;
    this.publishedAttributes = campaignSearchable(facts);
  }

  get seq(): number {
    return this.facts.seq;
  }

  get status(): string {
    return this.facts.status;
  }

  get ended(): boolean {
    return campaignLaw[this.facts.status].final;
  }

  /** Whether a date has come, something is to be applied to applications, or this run should end. */
  get called(): boolean {
    const due = this.policyChanged || this.timer.rang || this.amending || pendingFanOut(this.facts) !== undefined;
    return due || this.ended || this.over;
  }

  continueAsNewInput(): CampaignInput {
    return this.input;
  }

  /** Has the policy's dates read again. */
  requestRecheck(): void {
    this.policyChanged = true;
  }

  /** Reads what the policy says now, and whether an amendment is waiting. */
  async readPolicy(): Promise<void> {
    this.policyChanged = false;
    const { campaignId } = this.facts;
    const { schedule, amending } = await campaignRegular.campaignNow({ campaignId });
    this.facts = { ...this.facts, schedule };
    this.amending = amending;
  }

  decide(act: CampaignAct): CampaignTransition | Refusal {
    return decideCampaign(this.facts, act);
  }

  protected refusalOf(act: CampaignAct): Refusal | null {
    // A date that comes first may change everything: the handler judges after it.
    if (dueOnCampaign(this.facts, act.receivedAt)) return null;
    const outcome = decideCampaign(this.facts, act);
    return isCampaignRefusal(outcome) ? outcome : null;
  }

  /** An act brings the schedule of the policy that was in force when it was received: nothing is to be read. */
  async prepare(): Promise<void> {}

  async reload(): Promise<void> {
    const { facts, answers } = await readCampaign(this.input);
    this.facts = facts;
    this.answers = { ...answers };
    this.publishState();
    this.arm();
  }

  async letDatesPass(upTo: Instant): Promise<void> {
    for (let due = dueOnCampaign(this.facts, upTo); due; due = dueOnCampaign(this.facts, upTo)) await this.record(due);
  }

  protected async write(transition: CampaignTransition): Promise<readonly CampaignTransition[] | undefined> {
    const { campaignId } = this.facts;
    const summary = `记录：${campaignEventLabels[transition.event].zh}`;
    // A campaign that starts after its dates sends no letters about those long past.
    const notify = this.now() - transition.at < day;
    return await campaignRegular.recordCampaignEvent.executeWithOptions({ summary }, [
      { campaignId, transition, notify },
    ]);
  }

  protected async readAfter(seq: number): Promise<readonly CampaignTransition[]> {
    return await campaignRegular.campaignEventsAfter({ campaignId: this.facts.campaignId, seq });
  }

  async apply(recorded: readonly CampaignTransition[]): Promise<void> {
    for (const transition of recorded) {
      this.facts = evolveCampaign(this.facts, transition);
      this.answers[transition.key] = { status: transition.to, seq: transition.seq };
    }
    this.publishState();
    this.arm();
  }

  /** Makes sure the timer rings at the next date. */
  arm(): void {
    const next = nextCampaignDate(this.facts);
    if (next) this.timer.arm(next.receivedAt, this.now(), () => `等待：${campaignEventLabels[next.event].zh}`);
  }

  /** Shows in the Temporal UI where the campaign stands. */
  publishState(): void {
    setCurrentDetails(describeCampaign(this.facts, this.fanOuts));
    const attributes = campaignSearchable(this.facts);
    const changed = attributes.filter((pair, index) => !sameValue(pair, this.publishedAttributes[index]));
    this.publishedAttributes = attributes;
    if (changed.length > 0) upsertSearchAttributes(changed);
  }
}
