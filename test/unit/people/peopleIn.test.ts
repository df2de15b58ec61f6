import { peopleIn } from '../../../portal/membership/peopleIn.js';

const both = ['mail', 'sms'] as const;

test('a list is read with tabs, commas, spaces, a heading, empty lines and extra columns', () => {
  const text =
    '姓名\t邮箱\n张三\tzhang@example.cn\r\n\n李 四,LI@example.cn\n王五 +86 138-0000-1111\n古丽·买买提；guli@example.cn；工程师';
  expect(peopleIn(text, both)).toEqual({
    people: [
      { name: '张三', contact: 'zhang@example.cn' },
      { name: '李 四', contact: 'li@example.cn' },
      { name: '王五', contact: '13800001111' },
      { name: '古丽·买买提', contact: 'guli@example.cn' },
    ],
    wrong: [],
  });
});

test('lines without a name or a contact are named, and numbers where no short messages are sent', () => {
  expect(peopleIn('张三\nli@example.cn\n王五 13800001111', ['mail']).wrong).toEqual([1, 2, 3]);
  expect(peopleIn('王五 13800001111', both).wrong).toEqual([]);
});
