import { formatInstantZh, inDigits, localDateOf } from '../../calendar/instant.js';
import { defends } from '../../candidate/defenseExemption.js';
import { canonical } from '../../canonical.js';
import { averageAwaitedUntil } from '../../defense/mayDefend.js';
import { quorumMet, tallyProblem } from '../../meeting/meeting.js';
import { cite } from '../../policy/clauses.js';
import { refuse } from '../../refusal.js';
import { dataOf, type Guard, onAct } from './guard.js';

/** Conditions on the meeting's result. */
export const reviewGuards = {
  specialty_scored: onAct(
    '免答辩者：本专业答辩全部评分',
    'exempt: every defense of the specialty scored',
    ({ facts, act, policy }) => {
      const { specialty, minutes } = dataOf('meeting', act);
      const { pending } = specialty;
      if (!defends(facts.profile, policy) || !facts.profile.defenseExempt || pending === 0) return null;
      const until = averageAwaitedUntil(facts.profile, policy);
      // Then the office decides, with a reason; the meeting held here has decided by its vote.
      const decided = act.freeTextHash !== null || minutes.kind === 'signed';
      if (act.receivedAt >= until && decided) return null;
      const clause = `${cite(policy, 'defense')}、${policy.defense.averageWaitDays.clause}`;
      return refuse('defense_pending', clause, {
        zh: `本专业还有${pending}人可能答辩或未答辩评分，免答辩者的平均分尚不能确定；${formatInstantZh(until)}起可由办事机构说明理由决定。`,
        en: `Candidates of this specialty who may still defend, or whose defense is still to be scored: ${pending}. Until then the average for exempt candidates is not known; from ${inDigits(until)} on the office may decide, with a reason.`,
      });
    },
  ),
  committee_large_enough: onAct('评委会人数达标', 'committee large enough', ({ act, policy }) => {
    const { value, clause } = policy.meeting.minimumCommittee;
    return dataOf('meeting', act).tally.committee >= value
      ? null
      : refuse(
          'committee_too_small',
          clause,
          { zh: `评委会至少${value}人。`, en: `The committee has to have at least ${value} members.` },
          { field: 'tally.committee' },
        );
  }),
  meeting_held: onAct('评审会已召开', 'the meeting has been held', ({ act, clause }) =>
    dataOf('meeting', act).metOn <= localDateOf(act.receivedAt)
      ? null
      : refuse(
          'tally_invalid',
          clause,
          {
            zh: '评审会日期在登记之后，请核对年月日。',
            en: 'The day of the meeting lies after today. Please check the date.',
          },
          { field: 'metOn' },
        ),
  ),
  tally_of_minutes: onAct('结果与签署的会议记录一致', 'the result of the signed minutes', ({ act, clause }) => {
    const { minutes, tally, metOn } = dataOf('meeting', act);
    if (minutes.kind !== 'signed') return null;
    return canonical({ tally: minutes.tally, metOn: minutes.metOn }) === canonical({ tally, metOn })
      ? null
      : refuse(
          'tally_invalid',
          clause,
          {
            zh: '票数或日期与签署的会议记录不一致。评审会已在系统内召开，只登记会议记录的结果。',
            en: 'Votes or date are not those of the signed minutes. The meeting was held here, and only its result is recorded.',
          },
          { field: 'tally' },
        );
  }),
  minutes_scanned: onAct('纸质会议：有会议记录扫描件', 'on paper: the minutes are scanned', ({ act, clause }) => {
    const { minutes } = dataOf('meeting', act);
    if (minutes.kind !== 'paper') return null;
    if (minutes.heldHere) {
      return refuse('tally_invalid', clause, {
        zh: '评审会已在系统内召开，结果以签署的会议记录为准，不能另行登记。',
        en: 'The meeting was held here: the result is that of its signed minutes, and nothing else is recorded.',
      });
    }
    return minutes.scan
      ? null
      : refuse('attachments_missing', clause, {
          zh: '请先上传主任委员签字的纸质会议记录扫描件，再登记票数。',
          en: 'Upload a scan of the paper minutes signed by the chair first, then enter the tally.',
        });
  }),
  after_review_began: onAct(
    '评审会不早于进入评审之日',
    'no meeting before the application came to review',
    ({ facts, act, clause }) => {
      const { metOn, minutes } = dataOf('meeting', act);
      // A meeting held here votes only on what has come to review; it may have begun the day before.
      if (minutes.kind !== 'paper' || facts.reviewSince === null || metOn >= localDateOf(facts.reviewSince))
        return null;
      const since = localDateOf(facts.reviewSince);
      return refuse(
        'tally_invalid',
        clause,
        {
          zh: `这份申报${since}才进入评审会环节，评审会不能早于这一天，请核对年月日。`,
          en: `The application came to review on ${since}; the meeting cannot have been before that day. Please check the date.`,
        },
        { field: 'metOn' },
      );
    },
  ),
  committee_odd: onAct('评委会人数为单数', 'odd number of members', ({ act, policy }) => {
    const { tally, minutes } = dataOf('meeting', act);
    const { value, clause } = policy.reviewCommittee.odd;
    return minutes.kind !== 'paper' || !value || tally.committee % 2 === 1
      ? null
      : refuse(
          'tally_invalid',
          clause,
          { zh: '评委会人数须为单数。', en: 'The committee has to have an odd number of members.' },
          { field: 'tally.committee' },
        );
  }),
  committee_drawn: onAct('评委会由抽取产生', 'the committee was drawn', ({ act, clause }) => {
    const { tally, minutes } = dataOf('meeting', act);
    if (minutes.kind !== 'paper' || minutes.drawn === tally.committee) return null;
    return refuse(
      'tally_invalid',
      clause,
      minutes.drawn === null
        ? {
            zh: '本专业的评审委员会尚未抽取专家，不能登记票数。请先抽取。',
            en: 'No experts were drawn for the committee of this specialty. Draw them first.',
          }
        : {
            zh: `抽取产生的评委会为${minutes.drawn}人，与登记的人数不符。`,
            en: `The committee that was drawn has ${minutes.drawn} members, which is not the number entered.`,
          },
      { field: 'tally.committee' },
    );
  }),
  entered_by_another: onAct(
    '纸质会议：另一人先录入同样的票数',
    'on paper: another person entered the same tally',
    ({ facts: { enteredTally }, act, clause }) => {
      const { tally, metOn, minutes } = dataOf('meeting', act);
      if (minutes.kind !== 'paper') return null;
      if (!enteredTally || enteredTally.enteredBy === act.actor.personId) {
        return refuse('second_person_needed', clause, {
          zh: '纸质会议的票数由两人分别录入：先由另一位工作人员“录入纸质会议票数”，再由您登记。',
          en: 'A tally on paper is entered by two people: another member of staff enters it first, then you record it.',
        });
      }
      const first = { tally: enteredTally.tally, metOn: enteredTally.metOn, scan: enteredTally.scanHash };
      const second = { tally, metOn, scan: minutes.scan?.hash ?? null };
      return canonical(first) === canonical(second)
        ? null
        : refuse(
            'tally_invalid',
            clause,
            {
              zh: '两人录入的日期、票数或所据扫描件不一致，请对照会议记录核对。',
              en: 'Date, votes or scan differ from what the other person entered. Please compare both with the minutes.',
            },
            { field: 'tally' },
          );
    },
  ),
  tally_adds_up: onAct('票数相符', 'the tally adds up', ({ act, clause }) => {
    const problem = tallyProblem(dataOf('meeting', act).tally);
    return problem ? refuse('tally_invalid', clause, problem, { field: 'tally' }) : null;
  }),
  quorum_met: onAct('出席人数达到法定比例', 'quorum', ({ act, policy }) =>
    quorumMet(dataOf('meeting', act).tally, policy)
      ? null
      : refuse(
          'quorum_not_met',
          policy.meeting.quorum.clause,
          {
            zh: '出席委员不足规定比例，本次表决无效。',
            en: 'Fewer members attended than the rule asks for; this vote is void.',
          },
          { field: 'tally.attending' },
        ),
  ),
} satisfies Record<string, Guard>;
