import { PasswordChange } from '../accounts/passwordRoute.js';
import { Invitation, PeopleQuery, RoleGrant } from '../accounts/peopleRoutes.js';
import { NewCampaign } from '../campaigns/create.js';
import { DirectoryQuery, NewDepartment, NewUnit } from '../organisations/routes.js';
import { PolicyBody } from '../policy/policyBody.js';
import { CampaignAnswer, LintAnswer } from './campaignAnswers.js';
import {
  AccountAnswer,
  AccountsAnswer,
  DepartmentsAnswer,
  HealthAnswer,
  InvitedAnswer,
  UnitsAnswer,
} from './directoryAnswers.js';
import type { Operation } from './operation.js';

const tag = '设立';

/** What a campaign needs before it begins: itself, units, departments, people; and how the installation does. */
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
    path: '/api/units',
    tag,
    summary: '用人单位及其逐级报送部门',
    query: DirectoryQuery,
    answers: { 200: UnitsAnswer },
  },
  {
    method: 'post',
    path: '/api/units',
    tag,
    summary: '登记用人单位（运维）',
    body: NewUnit,
    answers: { 201: NewUnit },
  },
  {
    method: 'get',
    path: '/api/departments',
    tag,
    summary: '主管部门',
    query: DirectoryQuery,
    answers: { 200: DepartmentsAnswer },
  },
  {
    method: 'post',
    path: '/api/departments',
    tag,
    summary: '登记主管部门（运维）',
    body: NewDepartment,
    answers: { 201: NewDepartment },
  },
  {
    method: 'get',
    path: '/api/people',
    tag,
    summary: '账户及其角色（运维）',
    query: PeopleQuery,
    answers: { 200: AccountsAnswer },
  },
  {
    method: 'post',
    path: '/api/people',
    tag,
    summary: '开设账户：角色与初始密码（运维）',
    body: Invitation,
    answers: { 201: InvitedAnswer },
  },
  {
    method: 'post',
    path: '/api/people/{id}/roles',
    tag,
    summary: '增加角色（运维；不能给自己）',
    body: RoleGrant,
    answers: { 200: AccountAnswer },
  },
  {
    method: 'delete',
    path: '/api/people/{id}/roles/{roleId}',
    tag,
    summary: '取消角色（运维；不能取消自己的）',
    answers: { 204: null },
  },
  {
    method: 'post',
    path: '/api/me/password',
    tag: '账户',
    summary: '更改本人密码；其他登录随之失效',
    body: PasswordChange,
    answers: { 204: null },
  },
  {
    method: 'get',
    path: '/api/operations/health',
    tag: '运维',
    summary: '引擎、工作进程、积压、生效的政策与日历版本',
    answers: { 200: HealthAnswer },
  },
];
