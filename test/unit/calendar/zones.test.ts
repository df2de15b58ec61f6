import { execFileSync } from 'node:child_process';
import { buildCalendar } from '../../../rules/calendar/nationalCalendar.js';

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])(
  'a machine in %s counts on the same days',
  (zone) => {
    const program =
      "import('./rules/calendar/nationalCalendar.ts').then((m) => console.log(JSON.stringify(m.buildCalendar({years:[2024,2025],overlays:[]}))))";
    const printed = execFileSync(process.execPath, ['--import', 'tsx', '-e', program], {
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual(buildCalendar({ years: [2024, 2025], overlays: [] }));
  },
);
