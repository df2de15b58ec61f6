import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brokenLinks } from '../../../ops/documents/brokenLinks.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await throwawayFolder());
  await mkdir(path.join(folder, 'docs'));
  await writeFile(path.join(folder, 'docs', 'law.md'), '# The law\n\n## 缴费 and `fees`\n\n## The law\n');
});
afterEach(() => remove());

const broken = async (text: string) => {
  await writeFile(path.join(folder, 'README.md'), text);
  return await brokenLinks(folder);
};

test.each([
  '[law](docs/law.md)',
  '[law](docs/law.md#the-law-1)',
  '[fees](docs/law.md#缴费-and-fees)',
  '[here](#a-heading)\n\n# A heading',
  '<img src="docs/law.md">',
  '[elsewhere](https://example.cn/none.md)',
  '`[no](link.md)`',
])('%s leads somewhere', async (text) => {
  expect(await broken(text)).toEqual([]);
});

test.each(['docs/none.md', 'docs/law.md#none', '#none'])(
  'a link to %s is reported with its document',
  async (target) => {
    expect(await broken(`[gone](${target})`)).toEqual([`README.md: ${target}`]);
  },
);
