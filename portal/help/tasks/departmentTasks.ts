import { eventLabels } from '../../../rules/application/lifecycle.js';
import { common } from '../../labels/common.js';
import { membership } from '../../labels/membership.js';
import { step, type Task } from './task.js';

const { labels: page } = common;
const { labels: people } = membership;
const role = 'department';

/** What clerks of a department above the units do. */
export const departmentTasks: readonly Task[] = [
  {
    id: 'forward',
    role,
    title: { zh: '怎么审核上报', en: 'How do I forward applications?' },
    to: '/department',
    steps: [
      step('在{1}中打开申报，核对材料。', 'Open the application in {1} and check it.', page.page_department),
      step(
        '点{1}，或{2}并写明理由；不予推荐的点{3}。',
        'Choose {1}, or {2} with reasons, or {3}.',
        eventLabels.forward,
        eventLabels.return_to_unit,
        eventLabels.decline,
      ),
      step(
        '可以勾选几份一起办理。过了截止时间未上报的视为放弃。',
        'Several can be ticked and done at once. What is not forwarded by the cutoff lapses.',
      ),
    ],
  },
  {
    id: 'accept-units',
    role,
    title: { zh: '怎么同意单位登记', en: 'How do I accept units that register?' },
    to: '/department/units',
    steps: [
      step('打开{1}，核对代码和经办人。', 'Open {1} and check code and clerk.', people.registrations),
      step(
        '勾选后点{1}；不同意的点{2}并写明理由。',
        'Tick them and choose {1}, or {2} with a reason.',
        people.acceptChosen,
        people.refuseChosen,
      ),
    ],
  },
];
