import type { Action } from '../../api/applications.js';

/** Acts that are possible at any time and have a page of their own; worklists leave them out. */
export const elsewhere: readonly Action['event'][] = ['extend', 'approve_extension'];
