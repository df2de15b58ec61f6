// The entry of the workflow bundle. Nothing else imports it.
export { application } from './application/application.js';
export { campaign } from './campaign/campaign.js';
export { campaignDue } from './campaign/campaignDue.js';
export { mail } from './mail/mail.js';
export { campaignPause } from './pause/campaignPause.js';
export { retention } from './retention/retention.js';
export { follow, together } from './together/together.js';
