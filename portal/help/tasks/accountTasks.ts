import { account } from '../../labels/account.js';
import { common } from '../../labels/common.js';
import { conferral } from '../../labels/conferral.js';
import { membership } from '../../labels/membership.js';
import { step, type Task } from './task.js';

const { labels: own } = account;
const { labels: unit } = membership;
const { labels: page } = common;

/** What anybody does, in whatever role: the account, the public pages. */
export const accountTasks: readonly Task[] = [
  {
    id: 'register',
    role: null,
    title: { zh: '怎么注册账户', en: 'How do I open an account?' },
    to: '/register',
    steps: [
      step('在登录页点{1}。', 'On the sign-in page, choose {1}.', own.register),
      step(
        '填写邮箱或手机号，点{1}，再填收到的{2}。没有手机短信服务的地方只用邮箱。',
        'Enter your email address or mobile number, choose {1}, and enter the {2} you get. Where no short messages are sent, use email.',
        unit.sendCode,
        unit.code,
      ),
      step(
        '填写{1}、{2}和密码，点{3}。一人只有一个账户。',
        'Enter {1}, {2} and a password, and choose {3}. A person has one account.',
        unit.name,
        unit.idNumber,
        unit.register,
      ),
      step('随后在{1}中申请加入所在单位。', 'Then ask to join your unit under {1}.', unit.membership),
    ],
  },
  {
    id: 'invitation',
    role: null,
    title: { zh: '收到邀请怎么办', en: 'I was invited: what do I do?' },
    to: '/sign-in',
    steps: [
      step('打开邀请信或短信中的链接；链接只能用一次。', 'Open the link in the invitation. It works once.'),
      step(
        '还没有账户的，按页面填写并设置密码；已有账户的，登录后点{1}。',
        'Without an account, fill in the page and set a password; with one, sign in and choose {1}.',
        unit.accept,
      ),
      step(
        '链接过期或丢失的，请邀请您的单位或管理员再发一次。',
        'If it has expired or is lost, ask whoever invited you to send it again.',
      ),
    ],
  },
  {
    id: 'forgotten-password',
    role: null,
    title: { zh: '忘记密码怎么办', en: 'I forgot my password' },
    to: '/forgotten-password',
    steps: [
      step(
        '在登录页点{1}，填写登录用的邮箱或手机号。',
        'On the sign-in page, choose {1} and enter the address or number you sign in with.',
        own.forgotten,
      ),
      step(
        '用邮箱的，打开收到的链接；用手机号的，填写短信中的验证码。',
        'By email, open the link you get; by telephone, enter the code from the message.',
      ),
      step(
        '填写{1}。此前的登录随之全部失效。',
        'Enter a {1}. Everything signed in before is signed out.',
        own.newPassword,
      ),
    ],
  },
  {
    id: 'profile',
    role: null,
    title: { zh: '怎么更改姓名、邮箱、手机号和通知方式', en: 'How do I change my name, address, number and letters?' },
    to: '/account',
    steps: [
      step('点右上角{1}，打开{2}。', 'Choose {1} at the top right, then {2}.', page.account, page.security),
      step(
        '在{1}中点{2}或{3}；更名须写明理由，由单位或运维人员同意。',
        'Under {1}, choose {2} or {3}. Another name takes a reason and is accepted by your unit or an operator.',
        unit.profile,
        unit.changeContact,
        unit.changeName,
      ),
    ],
  },
  {
    id: 'object',
    role: null,
    title: { zh: '怎么对公示提出异议', en: 'How do I object to a public notice?' },
    to: '/notices',
    steps: [
      step('打开{1}，找到这份公示。', 'Open {1} and find the notice.', page.publicNotices),
      step(
        '在它的网页上点提出异议的链接，在{1}页写明姓名、{2}和{3}，点{4}。不必登录。',
        'On its page, follow the link to object. Under {1}, enter your name, {2} and {3}, and choose {4}. No sign-in is needed.',
        conferral.labels.objection,
        conferral.labels.objectorContact,
        conferral.labels.objectionReason,
        conferral.labels.sendObjection,
      ),
      step(
        '记下{1}：凭它查询结果、补充材料，只显示一次。',
        'Keep the {1}: with it you learn the outcome and add evidence. It is shown once.',
        conferral.labels.receipt,
      ),
    ],
  },
  {
    id: 'certificate',
    role: null,
    title: { zh: '怎么核对资格证书', en: 'How do I check a certificate?' },
    to: '/results',
    steps: [
      step(
        '打开{1}，填写证书编号和姓名，点{2}。',
        'Open {1}, enter the number and the name, and choose {2}.',
        conferral.labels.results,
        conferral.labels.lookUp,
      ),
    ],
  },
];
