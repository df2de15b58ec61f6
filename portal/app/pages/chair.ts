import { page } from '../page.js';

/** Pages of the chair. */
export const chairPages = [
  page('/chair', () => import('../../chair/MeetingsPage.js').then(({ ChairMeetingsPage }) => ChairMeetingsPage)),
  // For a deputy, or a member named by the office.
  page('/chair/meetings/:id', () =>
    import('../../chair/MeetingPage.js').then(({ ChairMeetingPage }) => ChairMeetingPage),
  ),
];
