import { routes } from '../routes.js';
import { committeeOperations } from './committeeOperations.js';
import { conferralOperations } from './conferralOperations.js';
import { defenseOperations } from './defenseOperations.js';
import { meetingOperations } from './meetingOperations.js';
import { noticeOperations } from './noticeOperations.js';
import type { Operation } from './operation.js';
import { publicOperations } from './publicOperations.js';

/** Every operation of the API; the acts and repairs come from the law. */
export const operations: readonly Operation[] = [
  ...publicOperations,
  ...routes,
  ...committeeOperations,
  ...defenseOperations,
  ...meetingOperations,
  ...noticeOperations,
  ...conferralOperations,
];
