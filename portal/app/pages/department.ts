import { page } from '../page.js';

/** Pages of a department above the unit. */
export const departmentPages = [
  page('/department', () =>
    import('../../department/QueuePage.js').then(({ DepartmentQueuePage }) => DepartmentQueuePage),
  ),
  page('/department/:id', () =>
    import('../../department/ReviewPage.js').then(({ DepartmentReviewPage }) => DepartmentReviewPage),
  ),
];
