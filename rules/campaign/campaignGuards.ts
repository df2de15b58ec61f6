import { lifecycle, type Status, statuses } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { localDateOf } from '../calendar/instant.js';
import { type Refusal, refuse } from '../refusal.js';
import type { CampaignAct, CampaignFacts, CampaignForm, CampaignForms, Standing } from './campaignFacts.js';

interface Given {
  readonly facts: CampaignFacts;
  readonly act: CampaignAct;
  /** Where the campaign's notice has the row of the law. */
  readonly clause: string;
}

/** A condition on an act on a campaign. One that needs no data of the act can be judged before anybody acts. */
interface Guard {
  readonly zh: string;
  readonly en: string;
  readonly looksAtAct: boolean;
  readonly check: (given: Given) => Refusal | null;
}

/** The data of an act, in the form its row of the law takes; the API has checked the shape. */
function dataOf<F extends CampaignForm>(_form: F, { data }: CampaignAct): CampaignForms[F] {
  return data as CampaignForms[F];
}

const onFacts = (zh: string, en: string, check: Guard['check']): Guard => ({ zh, en, looksAtAct: false, check });
const onAct = (zh: string, en: string, check: Guard['check']): Guard => ({ zh, en, looksAtAct: true, check });

function meetingOf(facts: CampaignFacts, meetingId: string) {
  return facts.meetings.find((meeting) => meeting.meetingId === meetingId);
}

/** What stands in a campaign, status by status; empty where that is not known. */
function listed(standing: Standing = {}): BilingualText {
  const counts = statuses.flatMap((status) => {
    const count = standing[status] ?? 0;
    return count > 0 ? [{ count, ...pickLabel(status) }] : [];
  });
  if (counts.length === 0) return { zh: '', en: '' };
  return {
    zh: `（${counts.map(({ zh, count }) => `${zh}${count}份`).join('、')}）`,
    en: ` (${counts.map(({ en, count }) => `${en}: ${count}`).join(', ')})`,
  };
}

function pickLabel(status: Status): BilingualText {
  const { zh, en } = lifecycle[status];
  return { zh, en };
}

/** Every condition the law of a campaign names. A guard returns null, or the refusal with its clause. */
export const campaignGuards = {
  policy_in_order: onAct('政策检查无误、逐项确认', 'policy in order and confirmed', ({ act }) => {
    const { errors } = dataOf('verdict', act);
    return errors === 0
      ? null
      : refuse('policy_not_in_order', '评审政策', {
          zh: `政策检查还有${errors}项错误或未确认，请先处理。`,
          en: `The check of the policy still finds ${errors} ${errors === 1 ? 'value' : 'values'} wrong or not confirmed. Please deal with that first.`,
        });
  }),
  plan_required: onFacts('政策要求呈报评审方案', 'the policy asks for the plan to be filed', ({ facts, clause }) =>
    facts.schedule.planFiled
      ? null
      : refuse('event_not_allowed', clause, {
          zh: '政策未要求呈报评审方案，可直接发布。',
          en: 'The policy does not ask for the plan to be filed; the notice can be published right away.',
        }),
  ),
  plan_filed_where_required: onFacts('评审方案已呈报', 'plan filed where asked', ({ facts, clause }) =>
    facts.schedule.planFiled && facts.status === 'preparing'
      ? refuse('plan_not_filed', clause, {
          zh: '评审方案须先呈报人社部门，再发布通知。',
          en: 'The plan of the review has to be filed with the human resources department before the notice is published.',
        })
      : null,
  ),
  free_text_given: onAct('写明文号或说明', 'reference or words given', ({ act, clause }) =>
    act.freeTextHash === null
      ? refuse(
          'free_text_missing',
          clause,
          { zh: '请写明文号或说明。', en: 'Please give the reference number, or say what it is about.' },
          { field: 'reason' },
        )
      : null,
  ),
  committee_known: onAct('本次评审的评委会', 'a committee of this campaign', ({ facts, act }) =>
    facts.schedule.committees.includes(dataOf('meeting', act).committee)
      ? null
      : refuse(
          'committee_unknown',
          '评审政策',
          { zh: '政策中没有这个评审委员会。', en: 'The policy has no such committee.' },
          { field: 'committee' },
        ),
  ),
  meeting_new: onAct('评审会尚未登记', 'a new meeting', ({ facts, act, clause }) =>
    meetingOf(facts, dataOf('meeting', act).meetingId)
      ? refuse(
          'already_done',
          clause,
          { zh: '这次评审会已经登记。', en: 'This meeting is registered already.' },
          { field: 'meetingId' },
        )
      : null,
  ),
  meeting_not_signed: onAct('纪要尚未签署', 'minutes not yet signed', ({ facts, act, clause }) =>
    (meetingOf(facts, dataOf('signature', act).meetingId)?.signedAt ?? null) === null
      ? null
      : refuse(
          'already_done',
          clause,
          {
            zh: '这次评审会的纪要已经签署，结果已在落实。',
            en: 'The minutes of this meeting are signed already, and its outcomes are being carried out.',
          },
          { field: 'meetingId' },
        ),
  ),
  met_before: onAct('评审会已召开', 'the meeting has been held', ({ act, clause }) =>
    dataOf('signature', act).metOn <= localDateOf(act.receivedAt)
      ? null
      : refuse(
          'date_in_future',
          clause,
          {
            zh: '评审会日期在签署之后，请核对年月日。',
            en: 'The day of the meeting lies after its signature. Please check the date.',
          },
          { field: 'metOn' },
        ),
  ),
  counts_add_up: onAct('结果数相符', 'the counts add up', ({ facts, act, clause }) => {
    const { meetingId, total, moved, refused } = dataOf('counts', act);
    const meeting = meetingOf(facts, meetingId);
    return meeting && meeting.signedAt !== null && meeting.counts === null && moved + refused === total
      ? null
      : refuse('counts_wrong', clause, {
          zh: '落实的结果数与评审会的结果数不符。',
          en: 'The number of outcomes carried out is not the number the meeting decided.',
        });
  }),
  outcomes_applied: onFacts('评审结果均已落实', 'every outcome carried out', ({ facts, clause }) =>
    facts.meetings.every(({ counts }) => counts !== null)
      ? null
      : refuse('outcomes_open', clause, {
          zh: '尚有评审会未签署，或结果正在落实。',
          en: 'A meeting is still to be signed, or its outcomes are still being carried out.',
        }),
  ),
  results_required: onFacts('政策要求结果备案', 'the policy asks for the results to be filed', ({ facts, clause }) =>
    facts.schedule.resultsFiled
      ? null
      : refuse('event_not_allowed', clause, {
          zh: '政策未要求结果备案，可直接结束。',
          en: 'The policy does not ask for the results to be filed; the review can be closed right away.',
        }),
  ),
  results_filed_where_required: onFacts('结果已备案', 'results filed where asked', ({ facts, clause }) =>
    facts.schedule.resultsFiled && facts.meetings.length > 0 && facts.resultsFiledAt === null
      ? refuse('results_not_filed', clause, {
          zh: '评审结果须先备案，再结束本次评审。',
          en: 'The results have to be filed before this review is closed.',
        })
      : null,
  ),
  titles_filed_where_required: onAct('取得资格的已备案', 'titles filed where asked', ({ facts, act, clause }) => {
    const { conferred } = dataOf('closing', act);
    return facts.schedule.resultsFiled && conferred > 0 && facts.resultsFiledAt === null
      ? refuse('results_not_filed', clause, {
          zh: `有${conferred}人取得资格，结果须先备案，再结束本次评审。`,
          en: `Titles conferred: ${conferred}. The results have to be filed before this review is closed.`,
        })
      : null;
  }),
  ended_where_nobody_met: onAct(
    '未开评审会的，申报均已办结',
    'where nobody met: every application has ended',
    (given) => {
      const { running, standing } = dataOf('results', given.act);
      const { zh, en } = listed(standing);
      return given.facts.meetings.length > 0 || running === 0
        ? null
        : refuse('applications_running', given.clause, {
            zh: `尚未召开评审会，还有${running}份申报没有办结${zh}，办结后再备案。`,
            en: `No meeting has been held, and applications have not come to their end: ${running}${en}. The results are filed after that.`,
          });
    },
  ),
  applications_ended: onAct('申报均已办结', 'every application has ended', ({ act, clause }) => {
    const { running, standing } = dataOf('closing', act);
    const { zh, en } = listed(standing);
    return running === 0
      ? null
      : refuse('applications_running', clause, {
          zh: `还有${running}份申报没有办结${zh}，不能结束。`,
          en: `Applications that have not come to their end: ${running}${en}. The review cannot be closed before.`,
        });
  }),
} as const satisfies Record<string, Guard>;
export type CampaignGuard = keyof typeof campaignGuards;
