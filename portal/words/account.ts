import { area } from './area.js';

/** Words of sign-in and notifications. */
export const account = area('account', {
  title: ['登录', 'Sign in'],
  lead: [
    '从填报到取得资格，逐级审核、期限、公示由系统办理。',
    'From draft to conferral: review, deadlines and notices, kept by the system.',
  ],
  email: ['邮箱', 'Email'],
  password: ['密码', 'Password'],
  emailMissing: ['请填写邮箱', 'Enter your email'],
  emailWrong: ['邮箱格式不正确，例如 zhang@example.cn', 'This is not an email address, e.g. zhang@example.cn'],
  passwordMissing: ['请填写密码', 'Enter your password'],
  demo: ['演示账户', 'Demo accounts'],
  demoMore: ['点一下即可填入。', 'One click fills the form.'],
  again: ['登录已过期', 'Your session has ended'],
  againMore: [
    '请重新登录。您填写的内容都还在，登录后自动继续。',
    'Please sign in again. What you typed is kept and goes on by itself.',
  ],
  leave: ['换其他账户登录', 'Use another account'],
  noLetters: ['还没有通知', 'No notifications yet'],
  open: ['查看申报', 'Open the application'],
});
