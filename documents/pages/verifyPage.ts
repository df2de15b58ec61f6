import type { BilingualText } from '../../rules/bilingualText.js';
import { formatInstantZh, type Instant, inDigits, type LocalDate } from '../../rules/calendar/instant.js';
import { escapeHtml } from '../escapeHtml.js';
import { both, renderPage, terms } from './page.js';

/** What anybody learns of a paper by the code on its pages: nothing of the person. */
export interface VerifiedPaper {
  readonly code: string;
  /** What the paper is called. */
  readonly label: BilingualText;
  /** The short number; of a paper of a campaign its id. */
  readonly reference: string;
  readonly campaignTitle: string;
  readonly hash: string;
  readonly printedAt: Instant;
  /** On which day the title that it certifies was revoked; null: it was not, or it certifies none. */
  readonly revokedOn: LocalDate | null;
  /** Whether the record still says the same. */
  readonly isPresent: boolean;
}

/** The page behind the code of a paper. `paper` null: no paper has it; `typed` null: nobody has typed one yet. */
export function verifyPage(typed: string | null, paper: VerifiedPaper | null): string {
  const form = `<form method="get" action="/verify"><p><label for="code">${both('文书上的核验码', 'The code on the paper')}</label><br><input id="code" name="code" required maxlength="40" autocomplete="off" value="${escapeHtml(typed ?? '')}"> <button>${both('核验', 'Verify')}</button></p></form>`;
  const answer = paper === null ? (typed === null ? '' : unknownPaper) : found(paper);
  return renderPage({ title: '文书核验', titleEn: 'Verify a paper', body: `${answer}${form}${notes}` });
}

const unknownPaper = `<p role="alert" class="none">${both(
  '没有查到这份文书。请核对核验码；确认无误的，这份文书不是本系统生成的。',
  'No paper has this code. Please check it; if it is right, the paper does not come from this system.',
)}</p>`;

function found({
  code,
  label,
  reference,
  campaignTitle,
  hash,
  printedAt,
  revokedOn,
  isPresent,
}: VerifiedPaper): string {
  const { zh, en } = label;
  return [
    revokedOn === null
      ? ''
      : `<p role="alert" class="none"><strong>${both(`此资格已于${revokedOn}撤销。`, `The title was revoked on ${revokedOn}.`)}</strong></p>`,
    `<p role="status"><strong>${
      isPresent
        ? both('本系统生成，与现在的记录一致。', 'It comes from this system and agrees with the record as it is now.')
        : both(
            '本系统生成，但此后记录有变动：这不是最新的一份。',
            'It comes from this system, but the record has changed since: this is not the latest one.',
          )
    }</strong></p>`,
    terms([
      ['文书', 'Paper', both(zh, en)],
      ['核验码', 'Code', `<code>${escapeHtml(code)}</code>`],
      ['编号', 'Number', escapeHtml(reference)],
      ['年度评审', 'Review', escapeHtml(campaignTitle)],
      ['首次打印', 'First printed', both(formatInstantZh(printedAt), inDigits(printedAt))],
      ['内容摘要（SHA-256）', 'Hash of the content', `<code>${escapeHtml(hash)}</code>`],
    ]),
  ].join('');
}

const notes = `<p class="about">${both(
  '请核对纸面每页下方的编号和内容摘要与上面一致。此处不显示个人信息。',
  'Please compare the number and the hash at the foot of each page. Nothing personal is shown here.',
)}</p>`;
