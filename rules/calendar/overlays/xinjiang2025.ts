import type { Overlay } from './overlay.js';

/** As the autonomous region announced: 3 and 5 days, weekends included, without make-up days. */
export const xinjiang2025: Overlay = {
  version: 'xj-2025.1',
  status: 'official',
  source: '新疆维吾尔自治区人民政府办公厅关于2025年节假日放假和冬夏季作息时间安排的通知',
  festivals: [
    { name: '肉孜节', days: ['2025-03-29', '2025-03-30', '2025-03-31'] },
    { name: '古尔邦节', days: ['2025-06-06', '2025-06-07', '2025-06-08', '2025-06-09', '2025-06-10'] },
  ],
};
