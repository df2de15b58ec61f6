import { area } from './labelArea.js';

/** Labels of refusals and failures. */
export const problem = area('problem', {
  lost: ['连接中断', 'Connection lost'],
  lostMore: [
    '没有收到服务器的答复。您填写的内容都还在，请检查网络后重试。',
    'The server did not answer. What you typed is kept; check the network and try again.',
  ],
  unknown: ['页面出错了，请重新载入。', 'Something went wrong. Please reload.'],
  missing: ['还缺少', 'Still missing'],
  happened: ['在此期间', 'Meanwhile'],
  received: ['收件时间', 'Registered at'],
});
