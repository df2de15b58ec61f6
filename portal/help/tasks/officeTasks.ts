import { eventLabels } from '../../../rules/application/lifecycle.js';
import { campaignEventLabels } from '../../../rules/campaign/campaignLabels.js';
import { calendar } from '../../labels/campaigns/calendar.js';
import { files } from '../../labels/campaigns/files.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { committee } from '../../labels/committee.js';
import { common } from '../../labels/common.js';
import { defense } from '../../labels/defense.js';
import { meeting } from '../../labels/meeting.js';
import { office } from '../../labels/office.js';
import { step, type Task } from './task.js';

const { labels: own } = office;
const { labels: page } = common;
const { labels: wizard } = setUp;
const role = 'office';

/** What the committee's office does, in the order of a campaign. */
export const officeTasks: readonly Task[] = [
  {
    id: 'set-up',
    role,
    title: { zh: '怎么设立年度评审', en: 'How do I set up a campaign?' },
    to: '/office/campaigns/new',
    steps: [
      step(
        '在{1}中点{2}，选择{3}：以往的年度评审、随系统提供的通知、文件或空白。',
        'Under {1}, choose {2} and the {3}: an earlier campaign, a notice that comes with the system, a file or nothing.',
        page.page_officeCampaigns,
        wizard.newCampaign,
        wizard.basis,
      ),
      step(
        '对照印发的通知逐步填写，随填随存；通知和附件在{1}一步上传。',
        'Fill in step by step beside the printed notice; it is saved as you go. The notice and its annexes are uploaded in the step {1}.',
        wizard.step_papers,
      ),
      step(
        '在{1}一步补齐所列各项，点{2}。',
        'In the step {1}, complete what is listed and choose {2}.',
        wizard.step_check,
        wizard.create,
      ),
    ],
  },
  {
    id: 'announce',
    role,
    title: { zh: '怎么发布通知、开放申报', en: 'How do I announce a campaign?' },
    to: '/office/course',
    steps: [
      step(
        '在{1}中{2}尚未核对的各项，处理{3}中须处理的。',
        'Under {1}, {2} what has not been confirmed, and settle what {3} lists.',
        page.page_officePolicy,
        own.confirm,
        own.findings,
      ),
      step(
        '在{1}中点{2}。到规定时间自动开始申报。',
        'Under {1}, choose {2}. Filing opens by itself at its time.',
        page.page_officeProgress,
        campaignEventLabels.announce,
      ),
    ],
  },
  {
    id: 'amend',
    role,
    title: { zh: '怎么修订已发布的评审', en: 'How do I amend an announced campaign?' },
    to: '/office/policy',
    steps: [
      step(
        '在{1}中点{2}，改好要改的各项。',
        'Under {1}, choose {2} and change what has to change.',
        page.page_officePolicy,
        wizard.amend,
      ),
      step(
        '在{1}一步写明理由，点{2}。',
        'In the step {1}, give the reason and choose {2}.',
        wizard.step_check,
        wizard.propose,
      ),
      step(
        '另一位工作人员收到通知，核对后点{1}。已告知的期限只延不缩。',
        'Another person is told, and chooses {1}. No date that anybody was told comes earlier.',
        own.amendApprove,
      ),
    ],
  },
  {
    id: 'files',
    role,
    title: { zh: '怎么上传或更换通知和附件', en: 'How do I upload or replace the notice and its annexes?' },
    to: '/office/policy',
    steps: [
      step(
        '在{1}下方的{2}中点{3}或{4}；要换一份的点{5}，旧版本仍留存。',
        'Under {1}, in {2}, choose {3} or {4}. To change one, choose {5}; the older version stays.',
        page.page_officePolicy,
        files.labels.title,
        files.labels.add_notice,
        files.labels.add_annex,
        files.labels.replace,
      ),
    ],
  },
  {
    id: 'calendar',
    role,
    title: { zh: '刚公布了节假日怎么办', en: 'A holiday was just announced' },
    to: '/office/calendar',
    steps: [
      step(
        '在{1}的{2}中填写日期、种类和公布的文件，点{3}。',
        'Under {1}, in {2}, enter day, kind and announcement, and choose {3}.',
        page.page_officeCalendar,
        calendar.labels.entered,
        calendar.labels.enterDay,
      ),
      step(
        '另一位工作人员{1}。办理中的年度评审随后可以采用新的工作日历。',
        'Another person chooses {1}. Campaigns under way are then offered the newer calendar.',
        own.confirm,
      ),
    ],
  },
  {
    id: 'audit',
    role,
    title: { zh: '怎么审核申报', en: 'How do I audit applications?' },
    to: '/office/audit',
    steps: [
      step('打开{1}，从最早到期的开始。', 'Open {1}; it begins with the one due first.', page.page_officeAudit),
      step(
        '点申报表的栏目或附件，把需要补正的逐项记下；常写的话可{1}。',
        'Click fields or documents to note what is to be corrected. What you write often: {1}.',
        own.keepPhrase,
      ),
      step(
        '没有问题的点{1}；有补正的一次告知全部，点{2}；不符合条件的点{3}。',
        'Choose {1}; with points to correct, {2}, all at once; not eligible, {3}.',
        eventLabels.accept,
        eventLabels.return_for_correction,
        eventLabels.refuse,
      ),
    ],
  },
  {
    id: 'counter',
    role,
    title: { zh: '怎么接收原件', en: 'How do I receive originals?' },
    to: '/office/counter',
    steps: [
      step(
        '打开{1}，按姓名或编号查找；单位统一报送的按单位筛选。',
        'Open {1} and find by name or number; where a unit delivers for all, by unit.',
        page.page_officeCounter,
      ),
      step(
        '逐件勾选收到的，齐全后点{1}。',
        'Tick what was handed in; once complete, choose {1}.',
        eventLabels.receive_materials,
      ),
    ],
  },
  {
    id: 'experts',
    role,
    title: { zh: '怎么组建评委会', en: 'How do I form the committee?' },
    to: '/office/draw',
    steps: [
      step(
        '在{1}中{2}或{3}。',
        'Under {1}, {2} or {3}.',
        page.page_officeExperts,
        committee.labels.addExpert,
        committee.labels.importExperts,
      ),
      step(
        '在{1}中依次点{2}、{3}、{4}。抽取后不能重抽。',
        'Under {1}, choose {2}, {3} and {4} in turn. It cannot be drawn again.',
        page.page_officeDraw,
        committee.labels.step1,
        committee.labels.step2,
        committee.labels.step3,
      ),
      step(
        '在{1}中看谁接受了邀请，并{2}。',
        'Under {1}, see who has accepted, and {2}.',
        page.page_officeCommittee,
        committee.labels.makeChair,
      ),
    ],
  },
  {
    id: 'sessions',
    role,
    title: { zh: '怎么安排答辩', en: 'How do I schedule defenses?' },
    to: '/office/sessions',
    steps: [
      step(
        '在{1}中点{2}，选择时间、地点、答辩组和答辩人；冲突当场显示。',
        'Under {1}, choose {2}, then time, room, panel and candidates; clashes show at once.',
        page.page_officeSessions,
        defense.labels.plan,
      ),
      step(
        '核对后点{1}：答辩人和答辩组收到时间和地点。',
        'When it is right, choose {1}: candidates and panel are told time and room.',
        defense.labels.publish,
      ),
    ],
  },
  {
    id: 'meeting',
    role,
    title: { zh: '怎么召开评审会', en: 'How do I hold the meeting?' },
    to: '/office/meetings',
    steps: [
      step(
        '在{1}中召集会议；委员到场后{2}，由主任委员主持逐项表决。',
        'Convene it under {1}. Members choose {2} on arrival, and the chair leads vote by vote.',
        page.page_officeMeetings,
        meeting.labels.attendance,
      ),
      step(
        '会后主任委员点{1}；结果随即逐份落实，进展在{2}中。',
        'Afterwards the chair chooses {1}. The outcomes are then carried out one by one, as {2} shows.',
        meeting.labels.sign,
        page.page_officeProgress,
      ),
    ],
  },
  {
    id: 'settle-objection',
    role,
    title: { zh: '怎么办结公示异议', en: 'How do I settle an objection?' },
    to: '/office/objections',
    steps: [
      step(
        '打开{1}中的申报，核实后点{2}，写明结论和理由。',
        'Open the application under {1}, look into it, and choose {2} with the outcome and reasons.',
        page.page_officeObjections,
        eventLabels.resolve_objection,
      ),
    ],
  },
];
