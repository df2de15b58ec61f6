import type { InvitationLetterKind } from '../../rules/committee/invitationLetters.js';
import type { Position } from '../../rules/committee/seats.js';
import { escapeHtml } from '../escapeHtml.js';
import type { RenderedLetter } from './renderLetter.js';

interface Place {
  readonly position: Position;
  readonly ordinal: number;
}

const told = {
  drawn: ({ position, ordinal }: Place) =>
    position === 'member'
      ? '您经随机抽取，受邀担任评审委员会委员。'
      : `您经随机抽取，列为评审委员会第${ordinal}候补专家。`,
  promoted: () => '因有委员辞谢，您由候补递补为评审委员会委员。',
  chair: () => '您被指定为评审委员会主任委员。',
} as const satisfies Record<InvitationLetterKind, (place: Place) => string>;

/** Writes to an expert about their place: what it is, that the list is not public, where to answer. */
export function renderInvitationLetter(
  letter: Place & {
    readonly kind: InvitationLetterKind;
    readonly name: string;
    readonly title: string;
    readonly portal: string;
  },
): RenderedLetter {
  const { kind, name, title, portal } = letter;
  const link = `${portal}/expert`;
  const lines = [
    `${name}：您好！`,
    `${title}：${told[kind](letter)}`,
    '请登录系统答复；与申报人有亲属、共事或同单位等关系的，请主动申报或回避。',
    '评审委员会名单不公开，请勿向他人透露。',
  ];
  const signature = '本邮件由系统自动发送，请勿直接回复。';
  return {
    // A line break in a subject would start another header. The subject says nothing that a passer-by may not read.
    subject: `【职称评审】请登录系统查看：${title}`.replace(/[\r\n]+/g, ' '),
    text: `${[...lines, `查看：${link}`, '——', signature].join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>`,
      ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
      `<p><a href="${escapeHtml(link)}">进入系统</a></p><hr><p><small>${signature}</small></p></body></html>`,
    ].join('\n'),
  };
}
