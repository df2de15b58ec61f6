import { eventLabels } from '../../../rules/application/lifecycle.js';
import { common } from '../../labels/common.js';
import { conferral } from '../../labels/conferral.js';
import { membership } from '../../labels/membership.js';
import { queue } from '../../labels/queue.js';
import { unit } from '../../labels/unit.js';
import { step, type Task } from './task.js';

const { labels: own } = unit;
const { labels: people } = membership;
const { labels: page } = common;
const role = 'unit';

/** What clerks of a unit do. */
export const unitTasks: readonly Task[] = [
  {
    id: 'register-unit',
    role,
    title: { zh: '怎么登记单位', en: 'How do I register a unit?' },
    to: '/membership',
    steps: [
      step(
        '经办人先注册自己的账户，打开{1}，点{2}。',
        'The clerk opens an account first, then {1}, and chooses {2}.',
        people.membership,
        people.registerUnit,
      ),
      step(
        '填写{1}、{2}、{3}和{4}，点{5}。',
        'Enter {1}, {2}, {3} and {4}, and choose {5}.',
        people.creditCode,
        people.unitName,
        people.unitKind,
        people.unitContact,
        people.ask,
      ),
      step(
        '主管部门或评委会办事机构同意后启用，您即为首任经办人。',
        'Once the department above or the committee office accepts, it is open and you are its first clerk.',
      ),
    ],
  },
  {
    id: 'invite',
    role,
    title: { zh: '怎么邀请本单位人员', en: 'How do I invite our people?' },
    to: '/unit/people',
    steps: [
      step(
        '打开{1}，点{2}，选择邀请为{3}或{4}。',
        'Open {1}, choose {2}, and as what: {3} or {4}.',
        page.page_unitPeople,
        people.invite,
        people.inviteApplicants,
        people.inviteClerks,
      ),
      step(
        '粘贴名单（一行一人：姓名和邮箱或手机号），或选择 XLSX、CSV 文件，点{1}。',
        'Paste a list (a line each: name, then address or number) or choose an XLSX or CSV file, then {1}.',
        people.sendInvitations,
      ),
      step('邀请在{1}中可以再发或撤回。', 'Under {1} they can be sent again or withdrawn.', people.invitations),
    ],
  },
  {
    id: 'accept-people',
    role,
    title: { zh: '怎么同意加入申请', en: 'How do I accept people who ask to join?' },
    to: '/unit/people',
    steps: [
      step(
        '在{1}的{2}中勾选，或{3}。',
        'In {1}, under {2}, tick them, or {3}.',
        page.page_unitPeople,
        people.waitingToJoin,
        people.chooseAll,
      ),
      step(
        '点{1}；不同意的点{2}并写明理由。',
        'Choose {1}, or {2} with a reason.',
        people.acceptChosen,
        people.refuseChosen,
      ),
    ],
  },
  {
    id: 'publicity',
    role,
    title: { zh: '怎么办理单位公示', en: 'How do I put a candidate on notice in the unit?' },
    to: '/unit',
    steps: [
      step(
        '在{1}中打开申报，核对材料；有误的点{2}。',
        'Open the application in {1} and check it; where something is wrong, choose {2}.',
        page.page_unit,
        eventLabels.return_to_applicant,
      ),
      step(
        '在{1}一栏看最迟哪天张贴，点{2}。',
        'The panel {1} says until when it has to be posted; choose {2}.',
        own.publicity,
        own.notice,
      ),
      step(
        '张贴后点{1}。公示期从次日起算，期满自动转入推荐；收到异议的点{2}。',
        'Once posted, choose {1}. The period counts from the next day and ends by itself. Where somebody objects, choose {2}.',
        eventLabels.post_publicity,
        eventLabels.raise_objection,
      ),
    ],
  },
  {
    id: 'recommend',
    role,
    title: { zh: '怎么推荐上报', en: 'How do I recommend a candidate?' },
    to: '/unit',
    steps: [
      step(
        '公示期满后打开申报，在{1}中逐份上传盖章的扫描件。',
        'After the period, open the application and attach the stamped scans under {1}.',
        own.attachments,
      ),
      step(
        '点{1}；不推荐的点{2}并写明理由。',
        'Choose {1}, or {2} with a reason.',
        eventLabels.recommend,
        eventLabels.decline,
      ),
    ],
  },
  {
    id: 'batch',
    role,
    title: { zh: '怎么批量办理', en: 'How do I do several at once?' },
    to: '/unit',
    steps: [
      step(
        '在{1}中勾选几份申报，或{2}。',
        'In {1}, tick several applications, or {2}.',
        page.page_unit,
        queue.labels.chooseAll,
      ),
      step(
        '点要办理的事项，核对哪些现在能办，再确认。一份不能办的不影响其他。',
        'Choose what to do, see which are ready, and confirm. One that is refused holds up no other.',
      ),
    ],
  },
  {
    id: 'posting',
    role,
    title: { zh: '怎么确认结果公示已张贴', en: 'How do I confirm that the result is posted?' },
    to: '/unit',
    steps: [
      step(
        '结果公示期间在单位张贴，打开申报，在{1}中上传现场照片。',
        'Post the result in the unit, open the application, and attach a photo under {1}.',
        conferral.labels.posting,
      ),
      step('点{1}。', 'Choose {1}.', eventLabels.confirm_unit_posting),
    ],
  },
];
