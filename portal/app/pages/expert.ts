import { page } from '../page.js';

/** Pages of an expert. */
export const expertPages = [
  page('/expert/sessions/:id/candidates/:applicationId', () =>
    import('../../expert/ScoreSheetPage.js').then(({ ScoreSheetPage }) => ScoreSheetPage),
  ),
  // Invitations, recusals and open tasks.
  page('/expert', () => import('../../expert/HomePage.js').then(({ ExpertHomePage }) => ExpertHomePage)),
  // One vote at a time, usable on a phone.
  page('/expert/meetings/:id', () => import('../../expert/BallotPage.js').then(({ BallotPage }) => BallotPage)),
  // For a deputy, or a member named by the office.
  page('/expert/meetings/:id/lead', () =>
    import('../../chair/MeetingPage.js').then(({ ChairMeetingPage }) => ChairMeetingPage),
  ),
];
