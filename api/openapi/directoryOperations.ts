import { HealthAnswer } from '../operations/healthAnswer.js';
import type { Operation } from './operation.js';

export const directoryOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/operations/health',
    tag: '运维',
    summary: '引擎、工作进程、积压、生效的政策与日历版本',
    answers: { 200: HealthAnswer },
  },
];
