import { page } from '../page.js';

/** Pages of an operator. */
export const operatorPages = [
  // Pending work and versions in force.
  page('/operator', () =>
    import('../../operator/operations/OperationsPage.js').then(({ OperationsPage }) => OperationsPage),
  ),
  page('/operator/applications', () =>
    import('../../operator/ApplicationsPage.js').then(({ ApplicationsPage }) => ApplicationsPage),
  ),
  page('/operator/pauses', () => import('../../shared/PausesPage.js').then(({ PausesPage }) => PausesPage)),
  page('/operator/campaigns', () =>
    import('../../operator/campaigns/CampaignsPage.js').then(({ OperatorCampaignsPage }) => OperatorCampaignsPage),
  ),
  page('/operator/organisations', () =>
    import('../../operator/organisations/OrganisationsPage.js').then(({ OrganisationsPage }) => OrganisationsPage),
  ),
  page('/operator/imports', () =>
    import('../../operator/imports/ImportsPage.js').then(({ ImportsPage }) => ImportsPage),
  ),
  page('/operator/imports/sheets', () =>
    import('../../operator/imports/SheetsPage.js').then(({ SheetsPage }) => SheetsPage),
  ),
  page('/operator/people', () => import('../../operator/people/PeoplePage.js').then(({ PeoplePage }) => PeoplePage)),
];
