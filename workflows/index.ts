// What the worker bundles: the file the engine needs, and nothing else imports it.
export { application } from './application.js';
export { campaign } from './campaign.js';
export { mail } from './mail.js';
