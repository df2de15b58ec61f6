import { page } from '../page.js';

/** Pages of everybody who is signed in, whatever their role. */
export const sharedPages = [
  page('/notifications', () =>
    import('../../account/NotificationsPage.js').then(({ NotificationsPage }) => NotificationsPage),
  ),
  // Shown alone while a first password is unchanged.
  page('/password', () => import('../../account/PasswordPage.js').then(({ PasswordPage }) => PasswordPage)),
  // One application, for every role that may see it.
  page('/applications/:id', () =>
    import('../../shared/ApplicationPage.js').then(({ ApplicationPage }) => ApplicationPage),
  ),
  page('/help/:status?', () => import('../../help/HelpPage.js').then(({ HelpPage }) => HelpPage)),
];
