import type { Overlay } from './overlay.js';

/** The text of the 2024 notice was not at hand; no day of it lies within the 2024 campaign. */
export const xinjiang2024: Overlay = {
  version: 'xj-2024.1',
  status: 'provisional',
  source:
    '伊斯兰教历推算（中国2024年4月10日开斋、6月17日宰牲）及自治区人民政府令第174号（肉孜节1天、古尔邦节3天）；2024年放假通知原文待核',
  festivals: [
    { name: '肉孜节', days: ['2024-04-10'] },
    { name: '古尔邦节', days: ['2024-06-17', '2024-06-18', '2024-06-19'] },
  ],
};
