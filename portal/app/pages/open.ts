import { page } from '../page.js';

/** Pages that ask nobody to sign in. */
export const openPages = [
  page('/sign-in', () => import('../../account/SignInPage.js').then(({ SignInPage }) => SignInPage)),
  // Objects to a public notice.
  page('/objection/:id', () => import('../../conferral/ObjectionPage.js').then(({ ObjectionPage }) => ObjectionPage)),
  // Is a certificate genuine.
  page('/results', () => import('../../conferral/ResultsPage.js').then(({ ResultsPage }) => ResultsPage)),
];
