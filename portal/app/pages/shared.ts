import { page } from '../page.js';

/** Pages of every signed-in person, in any role. */
export const sharedPages = [
  page('/notifications', () =>
    import('../../account/NotificationsPage.js').then(({ NotificationsPage }) => NotificationsPage),
  ),
  page('/account', () => import('../../account/AccountPage.js').then(({ AccountPage }) => AccountPage)),
  page('/password', () => import('../../account/PasswordPage.js').then(({ PasswordPage }) => PasswordPage)),
  // Units one belongs to, or registers.
  page('/membership', () => import('../../membership/MembershipPage.js').then(({ MembershipPage }) => MembershipPage)),
  // One application, for every role that may see it.
  page('/applications/:id', () =>
    import('../../shared/ApplicationPage.js').then(({ ApplicationPage }) => ApplicationPage),
  ),
  page('/help/:status?', () => import('../../help/HelpPage.js').then(({ HelpPage }) => HelpPage)),
];
