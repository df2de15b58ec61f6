import { condition, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { AmendAnswer } from '../../activities/campaignActivities.js';
import { day, type Instant } from '../../rules/calendar/instant.js';
import type {
  CampaignAct,
  CampaignAnswer,
  CampaignFacts,
  CampaignTransition,
} from '../../rules/campaign/campaignFacts.js';
import { campaignEventLabels } from '../../rules/campaign/campaignLabels.js';
import { campaignLaw } from '../../rules/campaign/campaignLaw.js';
import {
  decideCampaign,
  dueOnCampaign,
  evolveCampaign,
  fanOutDone,
  isCampaignRefusal,
  nextCampaignDate,
} from '../../rules/campaign/decideCampaign.js';
import { sameValue } from '../application/searchAttributes.js';
import { LazyTimer } from '../lazyTimer.js';
import { refused } from '../refused.js';
import { describeCampaign } from './campaignDetails.js';
import { amendPart, campaignLocal, campaignRegular, fanOutPart } from './campaignEffects.js';
import type { CampaignInput, FanOutCursor } from './campaignMessages.js';
import { campaignSearchable } from './campaignStart.js';

/** Events after which a new run costs less than carrying on. */
const longHistory = 2_000;
const nothingAmended: AmendAnswer = { after: null, moved: 0, refused: 0 };
const emptyFanOut: FanOutCursor = { after: null, total: 0, moved: 0, refused: 0 };

/** One campaign while it runs: the facts, and the few moves everything else is made of. */
export class CampaignState {
  facts: CampaignFacts;
  readonly fanOuts: Record<string, FanOutCursor>;
  private readonly answers: Record<string, CampaignAnswer>;
  private readonly timer = new LazyTimer();
  private busy = false;
  private changed = false;
  private amending = false;
  private amended: AmendAnswer = nothingAmended;
  private publishedAttributes: ReturnType<typeof campaignSearchable>;

  constructor(private readonly input: CampaignInput) {
    this.facts = input.facts;
    this.answers = { ...input.answers };
    this.fanOuts = { ...input.fanOuts };
    this.publishedAttributes = campaignSearchable(input.facts);
  }

  get ended(): boolean {
    return campaignLaw[this.facts.status].final;
  }

  /** Whether a date has come, outcomes are to be carried, or this run should end. */
  get called(): boolean {
    return (
      this.ended || this.long || this.changed || this.timer.rang || this.amending || this.pendingFanOut !== undefined
    );
  }

  get long(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength > longHistory;
  }

  continueAsNewInput(): CampaignInput {
    const { facts, answers, fanOuts } = this;
    return { facts, answers, fanOuts, clockOffset: this.input.clockOffset };
  }

  requestRecheck(): void {
    this.changed = true;
  }

  /** The validator: as far as this workflow knows. When the record is ahead of it, it judges after reading that. */
  check(act: CampaignAct, recordedSeq: number): void {
    if (this.answers[act.key] || recordedSeq > this.facts.seq) return;
    const due = dueOnCampaign(this.facts, act.receivedAt);
    // A date that comes first may change everything: the handler judges after it.
    const outcome = due ? null : decideCampaign(this.facts, act);
    if (isCampaignRefusal(outcome)) throw refused(outcome);
  }

  /** Carries an act out: dates that had come before it, then the act. */
  async perform(act: CampaignAct, recordedSeq: number): Promise<CampaignAnswer> {
    return await this.alone(async () => {
      if (recordedSeq > this.facts.seq) await this.catchUp();
      if (act.schedule !== null) this.facts = { ...this.facts, schedule: act.schedule };
      await this.letDatesPass(act.receivedAt);
      for (;;) {
        const answered = this.answers[act.key];
        if (answered) return answered;
        const outcome = decideCampaign(this.facts, act);
        if (isCampaignRefusal(outcome)) throw refused(outcome);
        await this.record(outcome);
      }
    });
  }

  /** Whatever called: dates that have come, then a part of the outcomes that are to be carried. */
  async processDue(): Promise<void> {
    await this.alone(async () => {
      this.changed = false;
      this.timer.rang = false;
      const { campaignId } = this.facts;
      const { schedule, amending } = await campaignLocal.campaignNow({ campaignId });
      this.facts = { ...this.facts, schedule };
      this.amending = amending;
      await this.letDatesPass(this.now());
      this.publishState();
    });
    if (this.ended) return;
    if (this.amending) await this.applyAmendment();
    await this.applyOutcomes();
  }

  /** Makes sure the timer rings at the next date. */
  arm(): void {
    const next = nextCampaignDate(this.facts);
    if (next) this.timer.arm(next.receivedAt, this.now(), `等待：${campaignEventLabels[next.event].zh}`);
  }

  /** Shows people where the campaign stands. */
  publishState(): void {
    setCurrentDetails(describeCampaign(this.facts, this.fanOuts));
    const changed = campaignSearchable(this.facts).filter(
      (pair, index) => !sameValue(pair, this.publishedAttributes[index]),
    );
    if (changed.length === 0) return;
    this.publishedAttributes = campaignSearchable(this.facts);
    upsertSearchAttributes(changed);
  }

  /** What is left to do when the campaign is closed. */
  async finalize(): Promise<void> {
    const { campaignId, lastAt } = this.facts;
    await campaignRegular.writeStatistics.executeWithOptions({ summary: '写入统计' }, [
      { campaignId, at: lastAt ?? this.now() },
    ]);
    this.publishState();
  }

  /** A meeting whose outcomes have not all been carried. */
  private get pendingFanOut() {
    return this.facts.meetings.find(({ signedAt, counts }) => signedAt !== null && counts === null);
  }

  /** The next running applications come under the amended policy. Begun anew, it finds those that are done. */
  private async applyAmendment(): Promise<void> {
    const { campaignId } = this.facts;
    const { clockOffset } = this.input;
    const part = { campaignId, ...this.amended, clockOffset };
    const done = await amendPart.executeWithOptions({ summary: '向办理中的申报适用修订后的政策' }, [part]);
    this.amending = done.after !== null;
    this.amended = this.amending ? done : nothingAmended;
  }

  /** The next part of a meeting's outcomes; dates that come meanwhile have their turn before the one after it. */
  private async applyOutcomes(): Promise<void> {
    const meeting = this.pendingFanOut;
    if (!meeting || meeting.signedAt === null || meeting.metOn === null) return;
    const { meetingId, metOn, signedAt } = meeting;
    const { campaignId } = this.facts;
    const { total, ...soFar } = this.fanOuts[meetingId] ?? emptyFanOut;
    const summary = total === 0 ? '落实评审结果' : `落实评审结果：${soFar.moved + soFar.refused}/${total}`;
    const part = { campaignId, meetingId, metOn, signedAt, ...soFar, clockOffset: this.input.clockOffset };
    const done = await fanOutPart.executeWithOptions({ summary }, [part]);
    this.fanOuts[meetingId] = done;
    this.publishState();
    const { after, ...counts } = done;
    if (after === null) await this.recordFanOutDone({ meetingId, ...counts });
  }

  private async recordFanOutDone(counts: Parameters<typeof fanOutDone>[1]): Promise<void> {
    await this.alone(async () => {
      await this.letDatesPass(this.now());
      while (this.pendingFanOut?.meetingId === counts.meetingId) {
        const outcome = decideCampaign(this.facts, fanOutDone(this.facts, counts, this.now()));
        // A gap in the law: the campaign waits here, visibly, for one without it.
        if (isCampaignRefusal(outcome)) throw new Error(`the law does not end a fan-out: ${outcome.code}`);
        await this.record(outcome);
      }
      delete this.fanOuts[counts.meetingId];
    });
  }

  private async letDatesPass(upTo: Instant): Promise<void> {
    for (;;) {
      const due = dueOnCampaign(this.facts, upTo);
      if (!due) return;
      await this.record(due);
    }
  }

  /** Writes a transition down and follows what stands in the record: this one, or what was written in its place. */
  private async record(transition: CampaignTransition): Promise<void> {
    const { campaignId } = this.facts;
    const summary = `记录：${campaignEventLabels[transition.event].zh}`;
    const instead = await campaignRegular.recordCampaignEvent.executeWithOptions({ summary }, [
      // A campaign that begins after its dates writes nobody about what everybody has forgotten.
      { campaignId, transition, notify: this.now() - transition.at < day },
    ]);
    this.apply(instead?.length ? instead : [transition]);
  }

  private async catchUp(): Promise<void> {
    const { campaignId, seq } = this.facts;
    this.apply(await campaignRegular.campaignEventsAfter({ campaignId, seq }));
  }

  private apply(recorded: readonly CampaignTransition[]): void {
    for (const transition of recorded) {
      this.facts = evolveCampaign(this.facts, transition);
      this.answers[transition.key] = { status: transition.to, seq: transition.seq };
    }
    this.publishState();
    this.arm();
  }

  /** Campaign time. */
  private now(): Instant {
    return Date.now() + this.input.clockOffset;
  }

  /** One thing at a time. */
  private async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.busy) await condition(() => !this.busy);
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}
