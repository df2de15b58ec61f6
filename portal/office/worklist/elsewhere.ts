import type { Action } from '../../api/applications.js';

/** Acts that are possible at any time and have a page of their own: a desk leaves them out. */
export const elsewhere: readonly Action['event'][] = ['extend', 'approve_extension'];
