import { page } from '../page.js';

/** Pages of an applicant. */
export const applicantPages = [
  // All my applications and their next steps.
  page('/applicant', () =>
    import('../../applicant/MyApplicationsPage.js').then(({ MyApplicationsPage }) => MyApplicationsPage),
  ),
  // Choose campaign, unit and level.
  page('/applicant/new', () =>
    import('../../applicant/NewApplicationPage.js').then(({ NewApplicationPage }) => NewApplicationPage),
  ),
  // One application: next step, fee, originals, letters.
  page('/applicant/:id', () =>
    import('../../applicant/MyApplicationPage.js').then(({ MyApplicationPage }) => MyApplicationPage),
  ),
  // Missing items, then submission.
  page('/applicant/:id/checklist', () =>
    import('../../applicant/ChecklistPage.js').then(({ ChecklistPage }) => ChecklistPage),
  ),
  page('/applicant/:id/print', () => import('../../applicant/PrintPage.js').then(({ PrintPage }) => PrintPage)),
  // The form by sections, with autosave and uploads.
  page('/applicant/:id/form', () => import('../../applicant/FormPage.js').then(({ FormPage }) => FormPage)),
  // Each defect beside the submitted form.
  page('/applicant/:id/correction', () =>
    import('../../applicant/CorrectionPage.js').then(({ CorrectionPage }) => CorrectionPage),
  ),
];
