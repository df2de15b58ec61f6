import { page } from '../page.js';

/** Pages of a candidate. */
export const applicantPages = [
  // Where am I, what next.
  page('/applicant', () =>
    import('../../applicant/MyApplicationsPage.js').then(({ MyApplicationsPage }) => MyApplicationsPage),
  ),
  // Choose campaign, unit, level.
  page('/applicant/new', () =>
    import('../../applicant/NewApplicationPage.js').then(({ NewApplicationPage }) => NewApplicationPage),
  ),
  // One of mine: what next, fee, originals, letters.
  page('/applicant/:id', () =>
    import('../../applicant/MyApplicationPage.js').then(({ MyApplicationPage }) => MyApplicationPage),
  ),
  // What is missing, then submit.
  page('/applicant/:id/checklist', () =>
    import('../../applicant/ChecklistPage.js').then(({ ChecklistPage }) => ChecklistPage),
  ),
  page('/applicant/:id/print', () => import('../../applicant/PrintPage.js').then(({ PrintPage }) => PrintPage)),
  // The form by sections, autosave, uploads.
  page('/applicant/:id/form', () => import('../../applicant/FormPage.js').then(({ FormPage }) => FormPage)),
  // Each defect beside what was submitted.
  page('/applicant/:id/correction', () =>
    import('../../applicant/CorrectionPage.js').then(({ CorrectionPage }) => CorrectionPage),
  ),
];
