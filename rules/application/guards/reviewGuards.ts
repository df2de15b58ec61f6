import { localDateOf } from '../../calendar/instant.js';
import { defends } from '../../candidate/defenseExemption.js';
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
      const { pending } = dataOf('meeting', act).specialty;
      return defends(facts.profile, policy) && facts.profile.defenseExempt && pending > 0
        ? refuse('defense_pending', cite(policy, 'defense'), {
            zh: `本专业还有${pending}人未答辩评分，免答辩者的平均分尚不能确定。`,
            en: `Candidates of this specialty whose defense is still to be scored: ${pending}. Until then the average for exempt candidates is not known.`,
          })
        : null;
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
