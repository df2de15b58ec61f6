import { common } from '../../labels/common.js';
import { imports } from '../../labels/directory/imports.js';
import { operator } from '../../labels/operator.js';
import { pauses as pauseArea } from '../../shared/pauses/pauseLabels.js';
import { step, type Task } from './task.js';

const { labels: own } = operator;
const { labels: table } = imports;
const { labels: page } = common;
const { labels: pauses } = pauseArea;
const role = 'operator';

/** What operators of the installation do. */
export const operatorTasks: readonly Task[] = [
  {
    id: 'first-office',
    role,
    title: { zh: '怎么开设账户、授予角色', en: 'How do I open accounts and give roles?' },
    to: '/operator/people',
    steps: [
      step(
        '打开{1}，点{2}，填写姓名和邮箱，选择角色及其范围。',
        'Open {1}, choose {2}, enter name and address, and choose role and scope.',
        page.page_operatorPeople,
        own.newPerson,
      ),
      step(
        '本人收到设置密码的邀请。已有账户的点{1}；办事机构、主任委员、监督、运维的角色须另一位运维人员{2}。',
        'They are invited to set a password. For an account that exists, choose {1}. Roles of office, chair, supervisor and operator take another operator to {2}.',
        own.grant,
        own.confirmRequest,
      ),
    ],
  },
  {
    id: 'organisations',
    role,
    title: { zh: '怎么登记部门和单位', en: 'How do I register departments and units?' },
    to: '/operator/organisations',
    steps: [
      step(
        '在{1}中先{2}，再{3}，写明逐级报送的部门。',
        'Under {1}, first {2}, then {3} with the departments it reports through.',
        page.page_operatorOrganisations,
        own.newDepartment,
        own.newUnit,
      ),
    ],
  },
  {
    id: 'tables',
    role,
    title: { zh: '怎么用表格批量登记', en: 'How do I register by table?' },
    to: '/operator/imports',
    steps: [
      step(
        '打开{1}，选择登记什么，{2}。',
        'Open {1}, choose what is registered, and {2}.',
        page.page_operatorImports,
        table.template,
      ),
      step(
        '填好后选择文件，看预览：新的、有变动的、有误的逐行列出。',
        'Fill it in and choose the file. The preview lists line by line what is new, changed or wrong.',
      ),
      step(
        '确认后登记；登记错了可以{1}。邀请由邮件或短信寄出，或{2}。',
        'Register it; {1} takes it back. Invitations are sent by mail or short message, or {2}.',
        table.undo,
        table.printSheets,
      ),
    ],
  },
  {
    id: 'reset',
    role,
    title: { zh: '有人登录不了怎么办', en: 'Somebody cannot sign in' },
    to: '/operator/people',
    steps: [
      step(
        '忘记密码的，请本人在登录页自行找回，或在{1}中{2}。密码不由他人告知。',
        'Who forgot a password sets another from the sign-in page; or {2} under {1}. Nobody reads a password out.',
        page.page_operatorPeople,
        own.invite,
      ),
      step(
        '遗失手机又没有恢复码的，核实身份后点{1}，由另一位运维人员{2}。',
        'Who lost the telephone and has no recovery codes: make sure who asks, choose {1}, and another operator chooses {2}.',
        own.resetFactor,
        own.confirmRequest,
      ),
    ],
  },
  {
    id: 'pause-all',
    role,
    title: { zh: '系统故障时怎么中止全部期限', en: 'How do I pause all deadlines during an outage?' },
    to: '/operator/pauses',
    steps: [
      step(
        '打开{1}，点{2}，写明理由和计划恢复或复核的日期。',
        'Open {1}, choose {2}, and give the reason and the planned end.',
        page.page_pauses,
        pauses.ask,
      ),
      step(
        '由监督或另一位运维人员{1}。从批准的时刻起，全部办理中申报的期限停止计算。',
        'A supervisor or another operator chooses {1}. From that instant all deadlines stand still.',
        pauses.approve,
      ),
      step(
        '故障排除后点{1}，期限按中止的时间顺延，申报人和单位会收到通知。',
        'When it is over, choose {1}: the deadlines run on, later by as long as the pause lasted, and applicants and units get a letter.',
        pauses.end,
      ),
    ],
  },
  {
    id: 'repairs',
    role,
    title: { zh: '有步骤或邮件停下怎么办', en: 'A step or a letter was set aside' },
    to: '/operator',
    steps: [
      step(
        '在{1}的{2}中看停在哪一步。',
        'Under {1}, {2} says at which step it stands.',
        page.page_operator,
        own.setAside,
      ),
      step(
        '原因排除后点{1}；确实不必再做的点{2}，写明理由。',
        'Once the cause is gone, choose {1}; what need not be done any more, {2}, with a reason.',
        own.retry_step,
        own.skip_step,
      ),
    ],
  },
];
