import { accessLogRoutes } from './access/accessLogRoutes.js';
import { identityRoute } from './access/identityRoute.js';
import { accountRequestRoutes } from './accounts/accountRequestRoutes.js';
import { demoCodeRoute } from './accounts/demoCodeRoute.js';
import { meRoute } from './accounts/meRoute.js';
import { notificationRoutes } from './accounts/notifications.js';
import { ownDataRoute } from './accounts/ownDataRoute.js';
import { ownSessionRoutes } from './accounts/ownSessionRoutes.js';
import { passwordResetRoutes } from './accounts/passwordResetRoutes.js';
import { passwordRoute } from './accounts/passwordRoute.js';
import { peopleRoutes } from './accounts/peopleRoutes.js';
import { secondFactorRoutes } from './accounts/secondFactorRoutes.js';
import { signInRoutes } from './accounts/signInRoutes.js';
import { outcomeRoute } from './acts/outcomeRoute.js';
import { actRoutes } from './acts/routes.js';
import { togetherRoute } from './acts/togetherRoute.js';
import { countsRoute } from './applications/counts.js';
import { createRoute } from './applications/create.js';
import { dossierRoute } from './applications/dossier.js';
import { listRoute } from './applications/list.js';
import { patchRoute } from './applications/patch.js';
import { policyRoute } from './applications/policy.js';
import { readRoute } from './applications/read.js';
import { submissionRoutes } from './applications/submissions.js';
import { timelineRoute } from './applications/timeline.js';
import { ownDatesRoute } from './calendar/ownDatesRoute.js';
import { calendarDayRoutes } from './calendar/routes.js';
import { campaignFileRoutes } from './campaignFiles/campaignFileRoutes.js';
import { draftFileRoutes } from './campaignFiles/draftFileRoutes.js';
import { campaignActRoutes } from './campaigns/actRoutes.js';
import { boardRoute } from './campaigns/board.js';
import { calendarRoute } from './campaigns/calendar.js';
import { createCampaignRoute } from './campaigns/create.js';
import { objectionsRoute } from './campaigns/objections.js';
import { phraseRoutes } from './campaigns/phrases.js';
import { progressRoutes } from './campaigns/progressRoutes.js';
import { publicityRoute } from './campaigns/publicity.js';
import { campaignRoutes } from './campaigns/routes.js';
import { careerRoutes } from './career/careerRoutes.js';
import { committeeRoutes } from './committee/committees.js';
import { conflictRoutes } from './committee/conflicts.js';
import { drawRoutes } from './committee/draws.js';
import { expertRoutes } from './committee/experts.js';
import { ownSeatsRoute } from './committee/ownSeats.js';
import { recusalRequestRoutes } from './committee/recusalRequests.js';
import { recusalRoutes } from './committee/recusals.js';
import { conferralRoutes } from './conferral/conferrals.js';
import { resultsRoute } from './conferral/results.js';
import { configRoute } from './config.js';
import { dayCloseRoutes } from './dayClose/dayCloseRoutes.js';
import { averagesRoute } from './defense/averagesRoute.js';
import { planRoutes } from './defense/planRoutes.js';
import { sessionRoutes } from './defense/sessionRoutes.js';
import { sheetRoutes } from './defense/sheetRoutes.js';
import { correctionRoute } from './directory/correctionRoute.js';
import { importRoutes } from './directory/importRoutes.js';
import { importWorkRoutes } from './directory/workRoutes.js';
import { coveringRoutes } from './documents/covering/routes.js';
import { documentRoutes } from './documents/routes.js';
import { uploadRoutes } from './documents/uploads/routes.js';
import { createFromDraftRoute } from './drafts/createFromDraft.js';
import { draftRoutes } from './drafts/routes.js';
import { rosterRoutes } from './exports/rosterRoutes.js';
import { exemptionProofRoutes } from './fees/exemptionProof.js';
import { feeRegisterRoutes } from './fees/feeRegister.js';
import { feeRoutes } from './fees/fees.js';
import { keptPaymentRoutes } from './fees/keptPayments.js';
import { ownFeeRoutes } from './fees/ownFees.js';
import { refundRoutes } from './fees/refunds.js';
import { healthRoutes } from './http/health.js';
import type { Route } from './http/route.js';
import { lawRoute } from './law/routes.js';
import { attendanceRoute } from './meetings/attendanceRoute.js';
import { ballotRoutes } from './meetings/ballotRoutes.js';
import { campaignMeetingRoutes } from './meetings/convene.js';
import { meetingActRoute } from './meetings/meetingActs.js';
import { minutesRoutes } from './meetings/minutesRoutes.js';
import { motionActRoute } from './meetings/motionActs.js';
import { meetingRoutes } from './meetings/routes.js';
import { tokenRoute } from './meetings/tokenRoute.js';
import { departmentClerkRoutes } from './memberships/departmentClerkRoutes.js';
import { invitationRoutes } from './memberships/invitationRoutes.js';
import { ownMembershipRoutes } from './memberships/ownMembershipRoutes.js';
import { sentInvitationRoutes } from './memberships/sentInvitationRoutes.js';
import { unitPeopleRoutes } from './memberships/unitPeopleRoutes.js';
import { objectionListRoutes } from './objections/objectionList.js';
import { publicObjectionRoutes } from './objections/publicObjections.js';
import { healthRoute } from './operations/health.js';
import { letterRepairRoutes } from './operations/letterRepairs.js';
import { rebuildWorkflowRoute } from './operations/rebuildWorkflow.js';
import { repairRoutes } from './operations/repairs.js';
import { retryParkedRoute } from './operations/retryParked.js';
import { operationRoutes } from './operations/routes.js';
import { unitRegistrationRoutes } from './organisations/registrationRoutes.js';
import { organisationRoutes } from './organisations/routes.js';
import { counterRoutes } from './originals/counterRoutes.js';
import { originalsPlanRoutes } from './originals/planRoutes.js';
import { paperBatchRoutes } from './papers/batchRoutes.js';
import { campaignPaperRoutes } from './papers/campaignPaperRoutes.js';
import { paperRoutes } from './papers/paperRoutes.js';
import { pauseRoutes } from './pauses/pauseRoutes.js';
import { paymentRoutes } from './payments/payments.js';
import { amendmentRoutes } from './policy/amendments.js';
import { changePolicyRoute } from './policy/changePolicy.js';
import { confirmRoute } from './policy/confirm.js';
import { policyVersionsRoute } from './policy/policyVersions.js';
import { previewRoute } from './policy/preview.js';
import { positionRoutes } from './positions/routes.js';
import { erasureRoute } from './privacy/erasureRoute.js';
import { exportRoutes } from './proof/exportRoutes.js';
import { proofRoutes } from './proof/routes.js';
import { announcementsRoute } from './publicNotices/announcements.js';
import { noticeRoutes } from './publicNotices/publicNoticeRoutes.js';
import { reexaminationRoutes } from './reexaminations/routes.js';
import { profileRoutes } from './registration/profileRoutes.js';
import { registrationRoutes } from './registration/registrationRoutes.js';
import { sanctionRoutes } from './sanctions/routes.js';
import { singleSignOnRoutes } from './singleSignOn/routes.js';
import { statementRoutes } from './statements/statementRoutes.js';

/** Every route of the API, in the order of the reference. */
export const routes: readonly Route[] = [
  lawRoute,
  configRoute,
  ...signInRoutes,
  ...singleSignOnRoutes,
  demoCodeRoute,
  ...passwordResetRoutes,
  ...registrationRoutes,
  ...invitationRoutes,
  meRoute,
  ...notificationRoutes,
  passwordRoute,
  ...secondFactorRoutes,
  ownDataRoute,
  ownDatesRoute,
  ...ownSessionRoutes,
  ...profileRoutes,
  ...accessLogRoutes,
  ...careerRoutes,
  ...campaignRoutes,
  boardRoute,
  objectionsRoute,
  calendarRoute,
  publicityRoute,
  changePolicyRoute,
  policyVersionsRoute,
  previewRoute,
  confirmRoute,
  ...amendmentRoutes,
  ...pauseRoutes,
  ...campaignActRoutes,
  ...progressRoutes,
  ...phraseRoutes,
  ...positionRoutes,
  ...expertRoutes,
  ...conflictRoutes,
  ...recusalRoutes,
  ...recusalRequestRoutes,
  ...drawRoutes,
  ...committeeRoutes,
  ownSeatsRoute,
  ...planRoutes,
  ...sessionRoutes,
  ...sheetRoutes,
  averagesRoute,
  ...campaignFileRoutes,
  createCampaignRoute,
  ...draftRoutes,
  ...draftFileRoutes,
  ...calendarDayRoutes,
  createFromDraftRoute,
  ...organisationRoutes,
  ...importRoutes,
  ...importWorkRoutes,
  ...unitRegistrationRoutes,
  ...ownMembershipRoutes,
  ...unitPeopleRoutes,
  ...sentInvitationRoutes,
  ...departmentClerkRoutes,
  ...peopleRoutes,
  correctionRoute,
  ...accountRequestRoutes,
  erasureRoute,
  createRoute,
  listRoute,
  countsRoute,
  readRoute,
  patchRoute,
  dossierRoute,
  identityRoute,
  policyRoute,
  ...submissionRoutes,
  timelineRoute,
  outcomeRoute,
  ...actRoutes,
  togetherRoute,
  ...documentRoutes,
  ...coveringRoutes,
  ...uploadRoutes,
  ...originalsPlanRoutes,
  ...counterRoutes,
  ...paperRoutes,
  ...paperBatchRoutes,
  ...campaignPaperRoutes,
  ...paymentRoutes,
  ...feeRoutes,
  ...ownFeeRoutes,
  ...statementRoutes,
  ...dayCloseRoutes,
  ...keptPaymentRoutes,
  ...refundRoutes,
  ...feeRegisterRoutes,
  ...exemptionProofRoutes,
  ...meetingRoutes,
  ...campaignMeetingRoutes,
  attendanceRoute,
  meetingActRoute,
  motionActRoute,
  tokenRoute,
  ...ballotRoutes,
  ...minutesRoutes,
  announcementsRoute,
  ...noticeRoutes,
  ...publicObjectionRoutes,
  resultsRoute,
  ...objectionListRoutes,
  ...conferralRoutes,
  ...rosterRoutes,
  ...reexaminationRoutes,
  ...sanctionRoutes,
  ...proofRoutes,
  ...exportRoutes,
  healthRoute,
  ...operationRoutes,
  ...repairRoutes,
  ...letterRepairRoutes,
  retryParkedRoute,
  rebuildWorkflowRoute,
  ...healthRoutes,
];
