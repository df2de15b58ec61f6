import { routes } from '../routes.js';
import { actOperations } from './actOperations.js';
import { applicationOperations } from './applicationOperations.js';
import { committeeOperations } from './committeeOperations.js';
import { conferralOperations } from './conferralOperations.js';
import { defenseOperations } from './defenseOperations.js';
import { directoryOperations } from './directoryOperations.js';
import { documentOperations } from './documentOperations.js';
import { meetingOperations } from './meetingOperations.js';
import { noticeOperations } from './noticeOperations.js';
import type { Operation } from './operation.js';
import { paymentOperations } from './paymentOperations.js';
import { publicOperations } from './publicOperations.js';
import { repairOperations } from './repairOperations.js';

/** Every operation of the API; the acts and repairs come from the law. */
export const operations: readonly Operation[] = [
  ...publicOperations,
  ...routes,
  ...committeeOperations,
  ...defenseOperations,
  ...directoryOperations,
  ...applicationOperations,
  ...actOperations,
  ...documentOperations,
  ...paymentOperations,
  ...meetingOperations,
  ...noticeOperations,
  ...conferralOperations,
  ...repairOperations,
];
