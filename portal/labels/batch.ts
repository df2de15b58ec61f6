import { area } from './labelArea.js';

/** Labels of batch acts. */
export const batch = area('batch', {
  several: ['{{act}}（{{n}} 份）', '{{act}} ({{n}})'],
  title: ['批量{{act}}', '{{act}}: several at once'],
  willHappen: [
    '将逐份办理，每份单独登记收件时间；不能办理的不会影响其他申报。',
    'Each is registered by itself; one that is refused holds up no other.',
  ],
  ready: ['可办理 {{n}} 份', '{{n}} ready'],
  notReady: ['{{n}} 份现在不能办理，将跳过', '{{n}} not possible now; they are left out'],
  leads: ['{{from}} → {{to}}', '{{from}} → {{to}}'],
  checking: ['正在核对', 'Checking'],
  confirm: ['确认{{act}} {{n}} 份', '{{act}}: {{n}}'],
  stop: ['停止', 'Stop'],
  continue: ['继续办理', 'Go on'],
  again: ['重试未完成的 {{n}} 份', 'Try the other {{n}} again'],
  finish: ['完成', 'Finish'],
  progress: ['已办 {{done}} / {{all}}', '{{done}} of {{all}} done'],
  waiting: ['待办理', 'Waiting'],
  sending: ['正在办理', 'Sending'],
  done: ['已登记', 'Registered'],
  refused: ['未办理', 'Not done'],
  lost: ['没有收到答复；重试不会重复办理', 'No answer came; trying again does not do it twice'],
  summary: ['{{done}} 份已登记，{{left}} 份未完成。', '{{done}} registered, {{left}} not.'],
  unfinished: ['有一批“{{act}}”没有办完：已办 {{done}} / {{all}}', '“{{act}}” was not finished: {{done}} of {{all}}'],
  resume: ['接着办', 'Resume'],
  drop: ['放弃', 'Drop it'],
});
