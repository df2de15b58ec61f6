import { page } from '../page.js';

/** Pages of a supervisor. */
export const supervisorPages = [
  page('/supervisor', () => import('../../supervisor/SearchPage.js').then(({ SearchPage }) => SearchPage)),
  // Open objections.
  page('/supervisor/objections', () =>
    import('../../supervisor/ObjectionsPage.js').then(({ ObjectionsPage }) => ObjectionsPage),
  ),
  // Pauses that wait for a second person.
  page('/supervisor/pauses', () => import('../../shared/PausesPage.js').then(({ PausesPage }) => PausesPage)),
  // Sanctions and their terms.
  page('/supervisor/sanctions', () =>
    import('../../conferral/SanctionsPage.js').then(({ SanctionsPage }) => SanctionsPage),
  ),
  // The draw and the members, read only.
  page('/supervisor/committee', () =>
    import('../../supervisor/CommitteePage.js').then(({ SupervisorCommitteePage }) => SupervisorCommitteePage),
  ),
  // Who signed in, and who read whose data.
  page('/supervisor/access-log', () =>
    import('../../supervisor/AccessLogPage.js').then(({ AccessLogPage }) => AccessLogPage),
  ),
  // Read only.
  page('/supervisor/meetings', () =>
    import('../../supervisor/MeetingsPage.js').then(({ SupervisorMeetingsPage }) => SupervisorMeetingsPage),
  ),
  page('/supervisor/meetings/:id', () =>
    import('../../supervisor/MeetingPage.js').then(({ SupervisorMeetingPage }) => SupervisorMeetingPage),
  ),
  // Hashes verified in the browser.
  page('/supervisor/:id', () => import('../../supervisor/ProofPage.js').then(({ ProofPage }) => ProofPage)),
];
