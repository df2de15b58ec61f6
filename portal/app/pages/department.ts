import { page } from '../page.js';

/** Pages of a department above the unit. */
export const departmentPages = [
  page('/department', () =>
    import('../../department/QueuePage.js').then(({ DepartmentQueuePage }) => DepartmentQueuePage),
  ),
  // Units that ask to be registered.
  page('/department/units', () =>
    import('../../membership/RegistrationsPage.js').then(({ RegistrationsPage }) => RegistrationsPage),
  ),
  // Its clerks, and invitations.
  page('/department/people', () =>
    import('../../membership/DepartmentPeoplePage.js').then(({ DepartmentPeoplePage }) => DepartmentPeoplePage),
  ),
  // Positions of the units below, where a campaign asks for them.
  page('/department/positions', () =>
    import('../../department/PositionsPage.js').then(({ DepartmentPositionsPage }) => DepartmentPositionsPage),
  ),
  page('/department/:id', () =>
    import('../../department/ReviewPage.js').then(({ DepartmentReviewPage }) => DepartmentReviewPage),
  ),
];
