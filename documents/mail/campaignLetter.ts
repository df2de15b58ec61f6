import { type Instant, inWords } from '../../rules/calendar/instant.js';
import type { CampaignEvent } from '../../rules/campaign/campaignLaw.js';
import { campaignTodo } from '../../rules/campaign/campaignNotices.js';
import { campaignEventWords } from '../../rules/campaign/campaignWords.js';
import type { Role } from '../../rules/lifecycle.js';
import { roleWords } from '../../rules/words.js';
import { escapeHtml } from '../escapeHtml.js';
import type { RenderedLetter } from './renderLetter.js';

/** Writes a letter about a step of a campaign: what happened, when, what to do, where to look. */
export function renderCampaignLetter(letter: {
  readonly event: CampaignEvent;
  readonly at: Instant;
  readonly role: Role;
  readonly title: string;
  readonly committee: string;
  readonly portal: string;
}): RenderedLetter {
  const { event, at, role, title, committee, portal } = letter;
  const what = campaignEventWords[event].zh;
  const greeting = `${roleWords[role].zh}经办人：您好！`;
  const happened = `${title}：${what}（${inWords(at)}）。`;
  const todo = campaignTodo[event] ?? '请登录系统查看。';
  const signature = [committee, '本邮件由系统自动发送，请勿直接回复。'];
  const text = [greeting, '', happened, '', `需要办理：${todo}`, '', `查看：${portal}`, '', '——', ...signature];
  const html = [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(what)}</title></head><body>`,
    `<p>${escapeHtml(greeting)}</p><p>${escapeHtml(happened)}</p>`,
    `<p><strong>需要办理：</strong>${escapeHtml(todo)}</p><p><a href="${escapeHtml(portal)}">进入系统</a></p>`,
    `<hr><p><small>${signature.map(escapeHtml).join('<br>')}</small></p></body></html>`,
  ];
  return {
    subject: `【职称评审】${what}：${title}`.replace(/[\r\n]+/g, ' '),
    text: `${text.join('\n')}\n`,
    html: html.join('\n'),
  };
}
