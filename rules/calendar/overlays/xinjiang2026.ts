import type { Overlay } from './overlay.js';

/** Derived from the Umm al-Qura calendar; the day in China may be one later. */
export const xinjiang2026: Overlay = {
  version: 'xj-2026.1',
  status: 'provisional',
  source: '伊斯兰教历（乌姆库拉历）推算及自治区人民政府令第174号（肉孜节1天、古尔邦节3天）；2026年放假通知原文待核',
  festivals: [
    { name: '肉孜节', days: ['2026-03-20'] },
    { name: '古尔邦节', days: ['2026-05-27', '2026-05-28', '2026-05-29'] },
  ],
};
