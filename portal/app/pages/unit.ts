import { page } from '../page.js';

/** Pages of a unit. */
export const unitPages = [
  page('/unit', () => import('../../unit/QueuePage.js').then(({ UnitQueuePage }) => UnitQueuePage)),
  // Titles conferred on the unit's people.
  page('/unit/conferrals', () =>
    import('../../unit/ConferralsPage.js').then(({ UnitConferralsPage }) => UnitConferralsPage),
  ),
  // Who asks to join, people and clerks, invitations.
  page('/unit/people', () => import('../../membership/UnitPeoplePage.js').then(({ UnitPeoplePage }) => UnitPeoplePage)),
  // The dossier beside the checks.
  page('/unit/:id', () => import('../../unit/ReviewPage.js').then(({ UnitReviewPage }) => UnitReviewPage)),
  // Annex 1, to print and post.
  page('/unit/:id/notice', () => import('../../unit/NoticePage.js').then(({ UnitNoticePage }) => UnitNoticePage)),
];
