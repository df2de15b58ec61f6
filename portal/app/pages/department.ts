import { page } from '../page.js';

/** Pages of a department above the unit. */
export const departmentPages = [
  page('/department', () =>
    import('../../department/QueuePage.js').then(({ DepartmentQueuePage }) => DepartmentQueuePage),
  ),
  // Positions of the units below, where a campaign asks for them.
  page('/department/positions', () =>
    import('../../department/PositionsPage.js').then(({ DepartmentPositionsPage }) => DepartmentPositionsPage),
  ),
  page('/department/:id', () =>
    import('../../department/ReviewPage.js').then(({ DepartmentReviewPage }) => DepartmentReviewPage),
  ),
];
