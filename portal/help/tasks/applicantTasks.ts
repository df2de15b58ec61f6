import { eventLabels } from '../../../rules/application/lifecycle.js';
import { applicant } from '../../labels/applicant.js';
import { uploadLabels } from '../../labels/dossier/uploads.js';
import { membership } from '../../labels/membership.js';
import { step, type Task } from './task.js';

const { labels: own } = applicant;
const { labels: unit } = membership;
const role = 'applicant';

/** What applicants do, in the order of an application. */
export const applicantTasks: readonly Task[] = [
  {
    id: 'join-unit',
    role,
    title: { zh: '怎么加入单位', en: 'How do I join my unit?' },
    to: '/membership',
    steps: [
      step('打开{1}，点{2}。', 'Open {1} and choose {2}.', unit.membership, unit.askToJoin),
      step(
        '输入单位名称中的至少两个字或统一社会信用代码，选中单位，点{1}。',
        'Type at least two characters of its name, or its credit code, choose it, and choose {1}.',
        unit.ask,
      ),
      step('单位同意后会通知您，即可申报。', 'You are told once it accepts you; then you can apply.'),
      step('单位不在系统中的，由经办人点{1}。', 'If your unit is not here, its clerk chooses {1}.', unit.registerUnit),
    ],
  },
  {
    id: 'start',
    role,
    title: { zh: '怎么开始申报', en: 'How do I begin an application?' },
    to: '/applicant',
    steps: [
      step(
        '打开{1}，点{2}。申报时间以外没有这个按钮，或不能开始。',
        'Open {1} and choose {2}. Outside the filing period none can be begun.',
        own.mine,
        own.start,
      ),
      step(
        '选择{1}、{2}、{3}和{4}，点{5}。',
        'Choose {1}, {2}, {3} and {4}, then {5}.',
        own.campaign,
        own.level,
        own.track,
        own.specialty,
        own.begin,
      ),
    ],
  },
  {
    id: 'fill-in',
    role,
    title: { zh: '怎么填写申报表', en: 'How do I fill in the form?' },
    to: '/applicant',
    steps: [
      step('在{1}中点{2}。', 'Under {1}, choose {2}.', own.mine, own.fill),
      step(
        '逐栏填写；内容自动保存，可以随时离开再回来。',
        'Fill in section by section. It is saved by itself; leave and come back whenever you like.',
      ),
      step('随时点{1}查看还缺什么。', 'Choose {1} at any time to see what is missing.', own.check),
    ],
  },
  {
    id: 'upload',
    role,
    title: { zh: '怎么上传证明材料', en: 'How do I upload documents?' },
    to: '/applicant',
    steps: [
      step(
        '在申报表各栏下方的{1}中选择材料种类。',
        'Below each section of the form, under {1}, choose the kind of document.',
        own.documents,
      ),
      step(
        '{1}，或把文件拖进来：PDF、JPEG、PNG，每个不超过 20 MB。',
        '{1}, or drop files there: PDF, JPEG or PNG, 20 MB each at most.',
        own.pickFiles,
      ),
      step(
        '有多份时用申报表上方的{1}：按文件名建议种类和年度，核对后全部上传；中断后自动续传。',
        'For many, use {1} above the form: names suggest kinds and years, check them and upload all. A cut upload goes on by itself.',
        uploadLabels.labels.bulk,
      ),
      step('要换一份的，先删除原来的再上传。', 'To replace one, remove it and upload another.'),
    ],
  },
  {
    id: 'submit',
    role,
    title: { zh: '怎么提交申报', en: 'How do I submit?' },
    to: '/applicant',
    steps: [
      step('点{1}；列出的缺项和错误逐项补齐。', 'Choose {1} and complete everything that is listed.', own.check),
      step(
        '齐全后点{1}。提交后由单位审核；单位退回前不能再改。',
        'Once complete, choose {1}. Your unit reviews it then; it cannot be changed unless it is returned.',
        eventLabels.submit,
      ),
    ],
  },
  {
    id: 'correct',
    role,
    title: { zh: '被退回补正怎么办', en: 'It was returned for correction' },
    to: '/applicant',
    steps: [
      step(
        '收到通知后尽快打开{1}，点{2}；截止时间写在页面上。',
        'Open {1} as soon as you are told and choose {2}; the deadline stands on the page.',
        own.mine,
        own.correct,
      ),
      step(
        '对每一项：修改内容或更换材料，并写明改了什么。',
        'For each point, change the form or the documents and say what you changed.',
      ),
      step(
        '全部答复后点{1}。逾期未补正的视为放弃。',
        'When every point is answered, choose {1}. Without it in time, the application lapses.',
        eventLabels.resubmit,
      ),
    ],
  },
  {
    id: 'pay',
    role,
    title: { zh: '怎么缴费', en: 'How do I pay?' },
    to: '/applicant',
    steps: [
      step(
        '审核通过后，在{1}中点{2}，看{3}一栏：金额、收款单位和起止时间。',
        'Once accepted, choose {2} under {1}; the panel {3} says how much, to whom and when.',
        own.mine,
        own.details,
        own.fees,
      ),
      step(
        '缴费时在附言中写明申报编号。到账由财务登记，您不需要再操作。',
        'Put your application number into the remark. Finance registers the payment; you need do nothing else.',
      ),
    ],
  },
  {
    id: 'originals',
    role,
    title: { zh: '怎么送交原件', en: 'How do I hand in the originals?' },
    to: '/applicant',
    steps: [
      step(
        '在申报的页面上看{1}一栏：哪些原件、几份、送到哪里、何时。',
        'On the page of your application, the panel {1} says which originals, how many copies, where and when.',
        own.originals,
      ),
      step(
        '由单位统一报送的交给单位，否则送评委会办事机构；收到的逐件登记，可在同一栏查看。',
        'Hand them to your unit where it delivers for all, else to the committee office. What was received is shown in the same panel.',
      ),
    ],
  },
  {
    id: 'defense',
    role,
    title: { zh: '怎么参加答辩', en: 'How does the defense work?' },
    to: '/applicant',
    steps: [
      step(
        '需要答辩的，时间和地点安排后会通知您，也写在申报的页面上。',
        'If you have to defend, you are told time and room, which the page of your application shows too.',
      ),
      step(
        '因故不能到场的，请事先与评委会办事机构联系；电话在每页下方。',
        'If you cannot come, call the committee office beforehand; its number stands at the foot of every page.',
      ),
      step('答辩后在{1}一栏看得到评分。', 'Afterwards the panel {1} shows your score.', own.averages),
    ],
  },
  {
    id: 'answer-objection',
    role,
    title: { zh: '公示期间收到异议怎么办', en: 'Somebody objects while I am on notice' },
    to: '/applicant',
    steps: [
      step(
        '申报的页面会写明正在核查。异议的内容和提出人不向您公开。',
        'The page of your application says that it is looked into. Neither its words nor its author are shown to you.',
      ),
      step(
        '可以向办结单位书面说明情况，不必重新申报；结果会通知您。',
        'You may answer in writing whoever settles it. You need not apply again; you are told the outcome.',
      ),
    ],
  },
  {
    id: 'withdraw',
    role,
    title: { zh: '怎么撤回申报', en: 'How do I withdraw?' },
    to: '/applicant',
    steps: [
      step(
        '在申报的页面上点{1}并写明理由。撤回后这份申报即告结束。',
        'On the page of your application choose {1} and say why. The application is over then.',
        eventLabels.withdraw,
      ),
    ],
  },
];
