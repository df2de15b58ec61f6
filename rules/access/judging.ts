import { announcedStates, liveStates, type SessionState, type SlotOutcome } from '../defense/sessionLaw.js';
import { type MeetingState, meetingLaw, meetingStates } from '../meeting/meetingLaw.js';

/** States of a session in which its panel reads the dossiers of those it hears: from its publication to its end. */
export const judgingSessionStates: readonly SessionState[] = announcedStates.filter((state) =>
  liveStates.some((live) => live === state),
);

/** Outcomes with which a candidate is no longer heard in a session. */
export const notHeardOutcomes: readonly SlotOutcome[] = ['moved', 'cancelled'];

/** States of a meeting in which its members read the dossiers on its agenda: from convening until the minutes are signed. */
export const judgingMeetingStates: readonly MeetingState[] = meetingStates.filter((state) => !meetingLaw[state].final);
