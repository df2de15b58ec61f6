import { CampaignAnswer, LintAnswer } from '../campaigns/answers.js';
import { NewCampaign } from '../campaigns/create.js';
import { HealthAnswer } from '../operations/healthAnswer.js';
import { PolicyBody } from '../policy/policyBody.js';
import type { Operation } from './operation.js';

const tag = '设立';

/** What a campaign needs before it begins: itself; and how the installation does. */
export const directoryOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/campaigns',
    tag,
    summary: '设立年度评审，状态为准备中（运维）',
    body: NewCampaign,
    answers: {
      201: CampaignAnswer.extend({ policy: PolicyBody }).extend(LintAnswer.shape).meta({ id: 'NewCampaignAnswer' }),
    },
  },
  {
    method: 'get',
    path: '/api/operations/health',
    tag: '运维',
    summary: '引擎、工作进程、积压、生效的政策与日历版本',
    answers: { 200: HealthAnswer },
  },
];
