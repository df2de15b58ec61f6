import { page } from '../page.js';

/** Pages of the finance office. */
export const financePages = [
  page('/finance', () => import('../../finance/DuePage.js').then(({ DuePage }) => DuePage)),
  // Payments received, day by day.
  page('/finance/paid', () => import('../../finance/PaidPage.js').then(({ PaidPage }) => PaidPage)),
  page('/finance/unmatched', () => import('../../finance/UnmatchedPage.js').then(({ UnmatchedPage }) => UnmatchedPage)),
  page('/finance/register', () =>
    import('../../finance/register/RegisterPage.js').then(({ RegisterPage }) => RegisterPage),
  ),
  page('/finance/register/:payCode', () => import('../../finance/register/FeePage.js').then(({ FeePage }) => FeePage)),
  page('/finance/refunds', () =>
    import('../../finance/register/RefundsPage.js').then(({ RefundsPage }) => RefundsPage),
  ),
  page('/finance/statements', () =>
    import('../../finance/statements/StatementsPage.js').then(({ StatementsPage }) => StatementsPage),
  ),
  page('/finance/close', () => import('../../finance/close/ClosePage.js').then(({ ClosePage }) => ClosePage)),
];
