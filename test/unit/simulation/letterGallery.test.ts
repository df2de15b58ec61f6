import { letters } from '../../../documents/mail/letters.js';
import { notificationKinds } from '../../../rules/notifications/notificationKinds.js';
import { letterGallery } from '../../../simulation/letters/letterGallery.js';

const page = letterGallery();

test.each([...Object.keys(letters), ...notificationKinds])(
  'the page of all letters shows %s, in both languages',
  (kind) => {
    const [, shown = ''] = page.split(`<code>${kind}</code>`);
    const [section = ''] = shown.split('</section>');
    for (const language of ['zh', 'en'])
      expect(section).toMatch(new RegExp(`<div lang="${language}">.*【职称评审】`, 's'));
    expect(section.match(/<iframe sandbox=""/g)).toHaveLength(2);
  },
);

test('a letter in it runs nothing, and is markup of its own frame only', () => {
  expect(page).not.toMatch(/<script|allow-scripts/);
  expect(page.match(/<html/g)).toHaveLength(1);
});
