import { page } from '../page.js';

/** Pages of the committee office. */
export const officePages = [
  // Campaign board.
  page('/office', () => import('../../office/BoardPage.js').then(({ BoardPage }) => BoardPage)),
  page('/office/queue', () => import('../../office/QueuePage.js').then(({ OfficeQueuePage }) => OfficeQueuePage)),
  // Audit workbench.
  page('/office/audit/:id?', () => import('../../office/AuditPage.js').then(({ AuditPage }) => AuditPage)),
  // Originals at the counter.
  page('/office/counter', () => import('../../office/CounterPage.js').then(({ CounterPage }) => CounterPage)),
  // Defense dates, absences, scores.
  page('/office/defense', () => import('../../office/DefensePage.js').then(({ DefensePage }) => DefensePage)),
  // Defense by day and place; one session.
  page('/office/sessions', () => import('../../office/SessionsPage.js').then(({ SessionsPage }) => SessionsPage)),
  page('/office/sessions/:id', () => import('../../office/SessionPage.js').then(({ SessionPage }) => SessionPage)),
  // Outcomes of the meeting.
  page('/office/meeting', () => import('../../office/MeetingPage.js').then(({ MeetingPage }) => MeetingPage)),
  // Objections in the public notice.
  page('/office/objections', () =>
    import('../../office/ObjectionsPage.js').then(({ OfficeObjectionsPage }) => OfficeObjectionsPage),
  ),
  // Titles conferred, printed unit by unit.
  page('/office/conferrals', () =>
    import('../../office/ConferralsPage.js').then(({ ConferralsPage }) => ConferralsPage),
  ),
  page('/office/reexaminations', () =>
    import('../../office/ReexaminationsPage.js').then(({ ReexaminationsPage }) => ReexaminationsPage),
  ),
  // Sanctions and their terms.
  page('/office/sanctions', () =>
    import('../../conferral/SanctionsPage.js').then(({ SanctionsPage }) => SanctionsPage),
  ),
  // Extensions approved by a second person.
  page('/office/refunds', () => import('../../finance/register/RefundsPage.js').then(({ RefundsPage }) => RefundsPage)),
  page('/office/extensions', () =>
    import('../../office/ExtensionsPage.js').then(({ ExtensionsPage }) => ExtensionsPage),
  ),
  // The expert pool.
  page('/office/experts', () => import('../../office/ExpertsPage.js').then(({ ExpertsPage }) => ExpertsPage)),
  page('/office/experts/tables', () =>
    import('../../office/ExpertTablesPage.js').then(({ ExpertTablesPage }) => ExpertTablesPage),
  ),
  page('/office/experts/tables/sheets', () =>
    import('../../operator/imports/SheetsPage.js').then(({ SheetsPage }) => SheetsPage),
  ),
  // The random draw, step by step.
  page('/office/draw', () => import('../../office/DrawPage.js').then(({ DrawPage }) => DrawPage)),
  // Members, chair, recusals.
  page('/office/committee', () => import('../../office/CommitteePage.js').then(({ CommitteePage }) => CommitteePage)),
  page('/office/policy', () => import('../../office/PolicyPage.js').then(({ PolicyPage }) => PolicyPage)),
  page('/office/calendar', () => import('../../office/CalendarPage.js').then(({ CalendarPage }) => CalendarPage)),
  page('/office/campaigns', () => import('../../office/CampaignsPage.js').then(({ CampaignsPage }) => CampaignsPage)),
  // A campaign is set up, or amended, step by step.
  page('/office/campaigns/new', () =>
    import('../../office/setUp/BeginCampaignPage.js').then(({ BeginCampaignPage }) => BeginCampaignPage),
  ),
  page('/office/campaigns/drafts/:draftId/:step?', () =>
    import('../../office/setUp/DraftPage.js').then(({ DraftPage }) => DraftPage),
  ),
  // Campaign progress: current status and next step.
  page('/office/course', () =>
    import('../../office/CampaignProgressPage.js').then(({ CampaignProgressPage }) => CampaignProgressPage),
  ),
  page('/office/statistics', () =>
    import('../../office/StatisticsPage.js').then(({ StatisticsPage }) => StatisticsPage),
  ),
  // Units that ask to be registered.
  page('/office/units', () =>
    import('../../membership/RegistrationsPage.js').then(({ RegistrationsPage }) => RegistrationsPage),
  ),
  // Positions of the units, where the campaign asks for them.
  page('/office/positions', () => import('../../office/PositionsPage.js').then(({ PositionsPage }) => PositionsPage)),
  page('/office/campaigns/:id/course', () =>
    import('../../office/CampaignProgressPage.js').then(({ CampaignProgressPage }) => CampaignProgressPage),
  ),
  page('/office/campaigns/:id/policy', () => import('../../office/PolicyPage.js').then(({ PolicyPage }) => PolicyPage)),
  page('/office/campaigns/:id/calendar', () =>
    import('../../office/CalendarPage.js').then(({ CalendarPage }) => CalendarPage),
  ),
  page('/office/meetings', () =>
    import('../../office/MeetingsPage.js').then(({ OfficeMeetingsPage }) => OfficeMeetingsPage),
  ),
  page('/office/meetings/:id', () =>
    import('../../office/MeetingConsolePage.js').then(({ OfficeMeetingPage }) => OfficeMeetingPage),
  ),
];
