// The map of the portal. Every page is a file of its own, loaded when somebody goes there; a page is added here and, when
// it belongs in a role's menu, in SideMenu.tsx.
//
//   /sign-in                          account/SignInPage       everybody
//   /objection/:id                    conferral/ObjectionPage  everybody: objects to a public notice
//   /results                          conferral/ResultsPage    everybody: is a certificate genuine
//   /notifications                    account/NotificationsPage
//   /password                         account/PasswordPage           shown alone while a first password is unchanged
//   /applications/:id                 shared/ApplicationPage   one application, for every role that may see it
//   /applicant                        applicant/MyApplicationsPage   where am I, what next
//   /applicant/new                    applicant/NewApplicationPage   choose campaign, unit, level
//   /applicant/:id                  applicant/MyApplicationPage      one of mine: what next, fee, originals, letters
//   /applicant/:id/form               applicant/FormPage             the form by sections, autosave, uploads
//   /applicant/:id/checklist        applicant/ChecklistPage          what is missing, then submit
//   /applicant/:id/print            applicant/PrintPage
//   /applicant/:id/correction         applicant/CorrectionPage       each defect beside what was submitted
//   /unit                             unit/QueuePage
//   /unit/conferrals                  unit/ConferralsPage        titles conferred on its people
//   /unit/:id                         unit/ReviewPage            the dossier beside the checks
//   /unit/:id/notice                  unit/NoticePage            Annex 1 to be printed and posted
//   /department                       department/QueuePage
//   /department/:id                   department/ReviewPage
//   /office                           office/BoardPage               campaign board
//   /office/queue                     office/QueuePage
//   /office/audit, /office/audit/:id  office/AuditPage               audit workbench
//   /office/counter                   office/CounterPage             originals at the counter
//   /office/defense                   office/DefensePage             defense dates, absences, scores
//   /office/sessions, …/:id           office/SessionsPage, SessionPage   defense by day and room; one session
//   /office/meeting                   office/MeetingPage             outcomes of the meeting
//   /office/objections                office/ObjectionsPage          objections in the public notice
//   /office/conferrals                office/ConferralsPage          titles conferred, printed unit by unit
//   /office/reexaminations            office/ReexaminationsPage
//   /office/sanctions                 conferral/SanctionsPage        who may not apply and until when
//   /office/extensions                office/ExtensionsPage          extensions a second person approves
//   /office/experts                   office/ExpertsPage            the pool
//   /office/draw                      office/DrawPage               the random draw, step by step
//   /office/committee                 office/CommitteePage          members, chair, recusals
//   /office/policy, /office/calendar  the same pages for the office's own campaign
//   /office/campaigns                 office/CampaignsPage
//   /office/course                    office/CoursePage              where the campaign is, what comes next
//   /office/statistics                office/StatisticsPage
//   /office/campaigns/:id/course      office/CoursePage
//   /office/campaigns/:id/policy      office/PolicyPage
//   /office/campaigns/:id/calendar    office/CalendarPage
//   /expert                           expert/HomePage               invitations, recusals, what there is to do
//   /office/meetings, …/:id           office/MeetingsPage, MeetingConsolePage
//   /expert/meetings/:id              expert/BallotPage              one vote at a time, on a telephone
//   /expert/meetings/:id/lead         chair/MeetingPage              for a deputy, or whom the office has named
//   /chair, /chair/meetings/:id       chair/MeetingsPage, MeetingPage
//   /finance                          finance/DuePage
//   /finance/paid                     finance/PaidPage           what came in, day by day
//   /finance/unmatched                finance/UnmatchedPage
//   /supervisor                       supervisor/SearchPage
//   /supervisor/objections            supervisor/ObjectionsPage      those that wait
//   /supervisor/sanctions             conferral/SanctionsPage
//   /supervisor/committee             supervisor/CommitteePage        the draw and the members, to be read
//   /supervisor/meetings, …/:id       supervisor/MeetingsPage, MeetingPage   read only
//   /supervisor/:id                   supervisor/ProofPage           hashes checked in the browser
//   /operator                         operator/OperationsPage        what waits, what is in force
//   /operator/applications            operator/ApplicationsPage
//   /operator/campaigns, …/new        operator/CampaignsPage, NewCampaignPage
//   /operator/organisations           operator/OrganisationsPage
//   /operator/people                  operator/PeoplePage
//   /help, /help/:status              help/HelpPage
import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, redirect } from 'react-router';
import { configQuery } from '../api/config.js';
import { meQuery } from '../api/me.js';
import { problemIn } from '../api/problem.js';
import { Waiting } from '../pieces/Waiting.js';
import { Home } from './Home.js';
import { queryClient } from './queryClient.js';
import { NoSuchPage, RouteFailure } from './RouteFailure.js';
import { Shell } from './Shell.js';

/** Lets nobody past who is not signed in, and brings them back afterwards. What is left is told by the server's clock. */
function signedIn(client: QueryClient) {
  return async ({ request }: { readonly request: Request }) => {
    try {
      await Promise.all([client.ensureQueryData(meQuery), client.prefetchQuery(configQuery)]);
      return null;
    } catch (error) {
      if (problemIn(error)?.code !== 'not_signed_in') throw error;
      const { pathname, search } = new URL(request.url);
      throw redirect(pathname === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(pathname + search)}`);
    }
  };
}

export const router = createBrowserRouter([
  {
    path: '/sign-in',
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <Waiting />,
    lazy: () => import('../account/SignInPage.js').then(({ SignInPage: Component }) => ({ Component })),
  },
  {
    path: '/objection/:id',
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <Waiting />,
    lazy: () => import('../conferral/ObjectionPage.js').then(({ ObjectionPage: Component }) => ({ Component })),
  },
  {
    path: '/results',
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <Waiting />,
    lazy: () => import('../conferral/ResultsPage.js').then(({ ResultsPage: Component }) => ({ Component })),
  },
  {
    element: <Shell />,
    loader: signedIn(queryClient),
    shouldRevalidate: () => false,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <Waiting />,
    children: [
      {
        errorElement: <RouteFailure />,
        children: [
          { path: '/', element: <Home /> },
          {
            path: '/notifications',
            lazy: () =>
              import('../account/NotificationsPage.js').then(({ NotificationsPage: Component }) => ({ Component })),
          },
          {
            path: '/password',
            lazy: () => import('../account/PasswordPage.js').then(({ PasswordPage: Component }) => ({ Component })),
          },
          {
            path: '/applications/:id',
            lazy: () =>
              import('../shared/ApplicationPage.js').then(({ ApplicationPage: Component }) => ({ Component })),
          },
          {
            path: '/applicant',
            lazy: () =>
              import('../applicant/MyApplicationsPage.js').then(({ MyApplicationsPage: Component }) => ({ Component })),
          },
          {
            path: '/applicant/new',
            lazy: () =>
              import('../applicant/NewApplicationPage.js').then(({ NewApplicationPage: Component }) => ({ Component })),
          },
          {
            path: '/applicant/:id',
            lazy: () =>
              import('../applicant/MyApplicationPage.js').then(({ MyApplicationPage: Component }) => ({ Component })),
          },
          {
            path: '/applicant/:id/checklist',
            lazy: () => import('../applicant/ChecklistPage.js').then(({ ChecklistPage: Component }) => ({ Component })),
          },
          {
            path: '/applicant/:id/print',
            lazy: () => import('../applicant/PrintPage.js').then(({ PrintPage: Component }) => ({ Component })),
          },
          {
            path: '/applicant/:id/form',
            lazy: () => import('../applicant/FormPage.js').then(({ FormPage: Component }) => ({ Component })),
          },
          {
            path: '/applicant/:id/correction',
            lazy: () =>
              import('../applicant/CorrectionPage.js').then(({ CorrectionPage: Component }) => ({ Component })),
          },
          {
            path: '/unit',
            lazy: () => import('../unit/QueuePage.js').then(({ UnitQueuePage: Component }) => ({ Component })),
          },
          {
            path: '/unit/conferrals',
            lazy: () =>
              import('../unit/ConferralsPage.js').then(({ UnitConferralsPage: Component }) => ({ Component })),
          },
          {
            path: '/unit/:id',
            lazy: () => import('../unit/ReviewPage.js').then(({ UnitReviewPage: Component }) => ({ Component })),
          },
          {
            path: '/unit/:id/notice',
            lazy: () => import('../unit/NoticePage.js').then(({ UnitNoticePage: Component }) => ({ Component })),
          },
          {
            path: '/department',
            lazy: () =>
              import('../department/QueuePage.js').then(({ DepartmentQueuePage: Component }) => ({ Component })),
          },
          {
            path: '/department/:id',
            lazy: () =>
              import('../department/ReviewPage.js').then(({ DepartmentReviewPage: Component }) => ({ Component })),
          },
          {
            path: '/office',
            lazy: () => import('../office/BoardPage.js').then(({ BoardPage: Component }) => ({ Component })),
          },
          {
            path: '/office/queue',
            lazy: () => import('../office/QueuePage.js').then(({ OfficeQueuePage: Component }) => ({ Component })),
          },
          {
            path: '/office/audit/:id?',
            lazy: () => import('../office/AuditPage.js').then(({ AuditPage: Component }) => ({ Component })),
          },
          {
            path: '/office/counter',
            lazy: () => import('../office/CounterPage.js').then(({ CounterPage: Component }) => ({ Component })),
          },
          {
            path: '/office/defense',
            lazy: () => import('../office/DefensePage.js').then(({ DefensePage: Component }) => ({ Component })),
          },
          {
            path: '/office/sessions',
            lazy: () => import('../office/SessionsPage.js').then(({ SessionsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/sessions/:id',
            lazy: () => import('../office/SessionPage.js').then(({ SessionPage: Component }) => ({ Component })),
          },
          {
            path: '/expert/sessions/:id/candidates/:applicationId',
            lazy: () => import('../expert/ScoreSheetPage.js').then(({ ScoreSheetPage: Component }) => ({ Component })),
          },
          {
            path: '/office/meeting',
            lazy: () => import('../office/MeetingPage.js').then(({ MeetingPage: Component }) => ({ Component })),
          },
          {
            path: '/office/objections',
            lazy: () =>
              import('../office/ObjectionsPage.js').then(({ OfficeObjectionsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/conferrals',
            lazy: () => import('../office/ConferralsPage.js').then(({ ConferralsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/reexaminations',
            lazy: () =>
              import('../office/ReexaminationsPage.js').then(({ ReexaminationsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/sanctions',
            lazy: () => import('../conferral/SanctionsPage.js').then(({ SanctionsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/extensions',
            lazy: () => import('../office/ExtensionsPage.js').then(({ ExtensionsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/experts',
            lazy: () => import('../office/ExpertsPage.js').then(({ ExpertsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/draw',
            lazy: () => import('../office/DrawPage.js').then(({ DrawPage: Component }) => ({ Component })),
          },
          {
            path: '/office/committee',
            lazy: () => import('../office/CommitteePage.js').then(({ CommitteePage: Component }) => ({ Component })),
          },
          {
            path: '/expert',
            lazy: () => import('../expert/HomePage.js').then(({ ExpertHomePage: Component }) => ({ Component })),
          },
          {
            path: '/office/policy',
            lazy: () => import('../office/PolicyPage.js').then(({ PolicyPage: Component }) => ({ Component })),
          },
          {
            path: '/office/calendar',
            lazy: () => import('../office/CalendarPage.js').then(({ CalendarPage: Component }) => ({ Component })),
          },
          {
            path: '/office/campaigns',
            lazy: () => import('../office/CampaignsPage.js').then(({ CampaignsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/course',
            lazy: () => import('../office/CoursePage.js').then(({ CoursePage: Component }) => ({ Component })),
          },
          {
            path: '/office/statistics',
            lazy: () => import('../office/StatisticsPage.js').then(({ StatisticsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/campaigns/:id/course',
            lazy: () => import('../office/CoursePage.js').then(({ CoursePage: Component }) => ({ Component })),
          },
          {
            path: '/office/campaigns/:id/policy',
            lazy: () => import('../office/PolicyPage.js').then(({ PolicyPage: Component }) => ({ Component })),
          },
          {
            path: '/office/campaigns/:id/calendar',
            lazy: () => import('../office/CalendarPage.js').then(({ CalendarPage: Component }) => ({ Component })),
          },
          {
            path: '/office/meetings',
            lazy: () =>
              import('../office/MeetingsPage.js').then(({ OfficeMeetingsPage: Component }) => ({ Component })),
          },
          {
            path: '/office/meetings/:id',
            lazy: () =>
              import('../office/MeetingConsolePage.js').then(({ OfficeMeetingPage: Component }) => ({ Component })),
          },
          {
            path: '/expert/meetings/:id',
            lazy: () => import('../expert/BallotPage.js').then(({ BallotPage: Component }) => ({ Component })),
          },
          {
            path: '/expert/meetings/:id/lead',
            lazy: () => import('../chair/MeetingPage.js').then(({ ChairMeetingPage: Component }) => ({ Component })),
          },
          {
            path: '/chair',
            lazy: () => import('../chair/MeetingsPage.js').then(({ ChairMeetingsPage: Component }) => ({ Component })),
          },
          {
            path: '/chair/meetings/:id',
            lazy: () => import('../chair/MeetingPage.js').then(({ ChairMeetingPage: Component }) => ({ Component })),
          },
          {
            path: '/finance',
            lazy: () => import('../finance/DuePage.js').then(({ DuePage: Component }) => ({ Component })),
          },
          {
            path: '/finance/paid',
            lazy: () => import('../finance/PaidPage.js').then(({ PaidPage: Component }) => ({ Component })),
          },
          {
            path: '/finance/unmatched',
            lazy: () => import('../finance/UnmatchedPage.js').then(({ UnmatchedPage: Component }) => ({ Component })),
          },
          {
            path: '/supervisor',
            lazy: () => import('../supervisor/SearchPage.js').then(({ SearchPage: Component }) => ({ Component })),
          },
          {
            path: '/supervisor/objections',
            lazy: () =>
              import('../supervisor/ObjectionsPage.js').then(({ ObjectionsPage: Component }) => ({ Component })),
          },
          {
            path: '/supervisor/sanctions',
            lazy: () => import('../conferral/SanctionsPage.js').then(({ SanctionsPage: Component }) => ({ Component })),
          },
          {
            path: '/supervisor/committee',
            lazy: () =>
              import('../supervisor/CommitteePage.js').then(({ SupervisorCommitteePage: Component }) => ({
                Component,
              })),
          },
          {
            path: '/supervisor/meetings',
            lazy: () =>
              import('../supervisor/MeetingsPage.js').then(({ SupervisorMeetingsPage: Component }) => ({ Component })),
          },
          {
            path: '/supervisor/meetings/:id',
            lazy: () =>
              import('../supervisor/MeetingPage.js').then(({ SupervisorMeetingPage: Component }) => ({ Component })),
          },
          {
            path: '/supervisor/:id',
            lazy: () => import('../supervisor/ProofPage.js').then(({ ProofPage: Component }) => ({ Component })),
          },
          {
            path: '/operator',
            lazy: () =>
              import('../operator/OperationsPage.js').then(({ OperationsPage: Component }) => ({ Component })),
          },
          {
            path: '/operator/applications',
            lazy: () =>
              import('../operator/ApplicationsPage.js').then(({ ApplicationsPage: Component }) => ({ Component })),
          },
          {
            path: '/operator/campaigns',
            lazy: () =>
              import('../operator/CampaignsPage.js').then(({ OperatorCampaignsPage: Component }) => ({ Component })),
          },
          {
            path: '/operator/campaigns/new',
            lazy: () =>
              import('../operator/NewCampaignPage.js').then(({ NewCampaignPage: Component }) => ({ Component })),
          },
          {
            path: '/operator/organisations',
            lazy: () =>
              import('../operator/OrganisationsPage.js').then(({ OrganisationsPage: Component }) => ({ Component })),
          },
          {
            path: '/operator/people',
            lazy: () => import('../operator/PeoplePage.js').then(({ PeoplePage: Component }) => ({ Component })),
          },
          {
            path: '/help/:status?',
            lazy: () => import('../help/HelpPage.js').then(({ HelpPage: Component }) => ({ Component })),
          },
          { path: '*', element: <NoSuchPage /> },
        ],
      },
    ],
  },
]);
