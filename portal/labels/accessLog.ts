import { area } from './labelArea.js';

/** Labels of the access log. */
export const accessLog = area('accessLog', {
  title: ['查阅记录', 'Access log'],
  lead: [
    '登录、登录失败、角色的授予与取消，以及谁在何时、何处查看过谁的资料。记录只增不改；同一人在十分钟内重复查看同一内容，只记一条。',
    'Sign-ins and failures, roles given and taken, and who looked at whose data, when and from where. Nothing in it is changed; looking at the same thing again within ten minutes is one entry.',
  ],
  filters: ['筛选', 'Filters'],
  allKinds: ['全部事项', 'Everything'],
  kind: ['事项', 'What'],
  from: ['起', 'From'],
  until: ['止', 'Until'],
  when: ['时间', 'When'],
  who: ['何人', 'Who'],
  whose: ['何人的资料', 'Whose'],
  what: ['事项', 'What'],
  address: ['地址', 'Address'],
  reason: ['理由', 'Reason'],
  nobody: ['没有账户', 'No account'],
  empty: ['没有符合条件的记录。', 'There is no such entry.'],
});
