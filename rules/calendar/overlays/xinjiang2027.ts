import type { Overlay } from './overlay.js';

/** Derived from the Umm al-Qura calendar (古尔邦节 on Sunday 05-16); the day in China may be one later. */
export const xinjiang2027: Overlay = {
  version: 'xj-2027.1',
  status: 'provisional',
  source:
    '伊斯兰教历（乌姆库拉历）推算及自治区人民政府令第174号（肉孜节1天、古尔邦节3天，遇周末补休）；2027年放假通知尚未公布',
  festivals: [
    { name: '肉孜节', days: ['2027-03-09'] },
    { name: '古尔邦节', days: ['2027-05-17', '2027-05-18', '2027-05-19'] },
  ],
};
