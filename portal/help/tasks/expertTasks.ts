import { committee } from '../../labels/committee.js';
import { common } from '../../labels/common.js';
import { defense } from '../../labels/defense.js';
import { meeting } from '../../labels/meeting.js';
import { step, type Task } from './task.js';

const { labels: own } = committee;
const { labels: page } = common;
const role = 'expert';

/** What experts do. */
export const expertTasks: readonly Task[] = [
  {
    id: 'seat',
    role,
    title: { zh: '收到评审邀请怎么办', en: 'I am invited to the committee' },
    to: '/expert',
    steps: [
      step(
        '登录后打开{1}，在{2}中点{3}或{4}。名单不公开，请勿告诉他人。',
        'Sign in, open {1}, and choose {3} or {4} under {2}. The list is not public: tell nobody.',
        page.page_expert,
        own.invitations,
        own.accept,
        own.decline,
      ),
      step(
        '与申报人有利害关系的，点{1}或{2}。',
        'If you are related to an applicant, choose {1} or {2}.',
        own.declare,
        own.recuseSelf,
      ),
    ],
  },
  {
    id: 'score',
    role,
    title: { zh: '怎么给答辩评分', en: 'How do I score a defense?' },
    to: '/expert',
    steps: [
      step('在{1}中打开本场的答辩人。', 'Under {1}, open the candidate of your session.', defense.labels.mine),
      step(
        '逐项打分，可{1}；点{2}后不能再改。',
        'Give points for each criterion; {1} if you like. After {2} nothing changes.',
        defense.labels.keep,
        defense.labels.submit,
      ),
    ],
  },
  {
    id: 'vote',
    role,
    title: { zh: '怎么投票', en: 'How do I vote?' },
    to: '/expert',
    steps: [
      step(
        '在{1}中点{2}，到场后{3}。',
        'Under {1}, choose {2}; once you are there, {3}.',
        meeting.labels.meetings,
        meeting.labels.enter,
        meeting.labels.arrive,
      ),
      step(
        '主持人开始一项表决后，选择意见，点{1}。投票无记名，投出后不能更改。',
        'When a vote is opened, choose, then {1}. The ballot is secret and cannot be changed.',
        meeting.labels.cast,
      ),
      step(
        '请保持页面打开，直到这项表决结束。回执在{1}中。',
        'Keep the page open until that vote is closed. {1} has the proof that yours was counted.',
        meeting.labels.receipts,
      ),
    ],
  },
];
