import { page } from '../page.js';

/** Pages without sign-in. */
export const openPages = [
  page('/sign-in', () => import('../../account/SignInPage.js').then(({ SignInPage }) => SignInPage)),
  // Ask for a link by mail, and use it.
  page('/forgotten-password', () =>
    import('../../account/ForgottenPage.js').then(({ ForgottenPage }) => ForgottenPage),
  ),
  page('/new-password', () =>
    import('../../account/NewPasswordPage.js').then(({ NewPasswordPage }) => NewPasswordPage),
  ),
  // Open an account; accept an invitation.
  page('/register', () => import('../../registration/RegisterPage.js').then(({ RegisterPage }) => RegisterPage)),
  page('/join', () => import('../../registration/JoinPage.js').then(({ JoinPage }) => JoinPage)),
  // Object to a public notice.
  page('/objection/:id', () => import('../../conferral/ObjectionPage.js').then(({ ObjectionPage }) => ObjectionPage)),
  // How to do what.
  page('/guide', () => import('../../help/GuidePage.js').then(({ GuidePage }) => GuidePage)),
  // Check whether a certificate is genuine.
  page('/results', () => import('../../conferral/ResultsPage.js').then(({ ResultsPage }) => ResultsPage)),
];
