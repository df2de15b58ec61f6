// What the worker bundles: the file the engine needs, and nothing else imports it.
export { application } from './application/application.js';
export { campaign } from './campaign/campaign.js';
export { mail } from './mail/mail.js';
