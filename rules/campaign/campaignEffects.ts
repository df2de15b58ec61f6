import type { CampaignAct, CampaignFacts, CampaignForms, CampaignMeeting } from './campaignFacts.js';
import type { CampaignEvent } from './campaignLaw.js';

type Changes = Partial<CampaignFacts>;

function withMeeting({ meetings }: CampaignFacts, meeting: CampaignMeeting): Changes {
  const others = meetings.filter(({ meetingId }) => meetingId !== meeting.meetingId);
  return { meetings: [...others, meeting] };
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

/** The facts each event changes. An event that is not listed changes only the status. */
const effects: Readonly<Partial<Record<CampaignEvent, (facts: CampaignFacts, act: CampaignAct) => Changes>>> = {
  hold_meeting: (facts, { data }) => {
    const { meetingId, committee } = data as CampaignForms['meeting'];
    return withMeeting(facts, { meetingId, committee, metOn: null, signedAt: null, counts: null });
  },
  meeting_signed: (facts, { data, receivedAt }) => {
    const { meetingId, committee, metOn, noticeEnds, committeesLeft } = data as CampaignForms['signature'];
    return {
      ...withMeeting(facts, { meetingId, committee, metOn, signedAt: receivedAt, counts: null }),
      committeesLeft,
      // The results of a second meeting are published for as long: the notice ends with the last of them.
      noticeEnds: later(facts.noticeEnds, noticeEnds),
      passed: facts.passed.filter((date) => date !== 'notice_ends'),
      resultsFiledAt: null,
    };
  },
  fan_out_done: (facts, { data }) => {
    const { meetingId, ...counts } = data as CampaignForms['counts'];
    const meeting = facts.meetings.find((one) => one.meetingId === meetingId);
    return meeting ? withMeeting(facts, { ...meeting, counts }) : {};
  },
  file_results: (_facts, { receivedAt }) => ({ resultsFiledAt: receivedAt }),
};

/** The changes an act makes to a campaign's facts, without status and seq. */
export function campaignEffectOf(facts: CampaignFacts, act: CampaignAct): Changes {
  return effects[act.event]?.(facts, act) ?? {};
}
