import type { BilingualText } from '../bilingualText.js';
import type { FeePart } from '../candidate/fees.js';
import { feePartLabels } from '../candidate/fees.js';
import type { Policy } from '../policy/policy.js';

/** What a code for scanning holds, and what is said beside it. */
export interface PayQr {
  readonly text: string;
  readonly caption: BilingualText;
}
interface Asked {
  readonly part: FeePart;
  readonly code: string;
  /** In fen. */
  readonly amount: number;
}

/**
 * The code for scanning of a fee: that of the bureau where the policy has one. Otherwise the bill in the fields of EMV's codes
 * presented by merchants, which the bureau's counter reads; no bank's app pays by it.
 */
export function payQr(asked: Asked, { contact }: Pick<Policy, 'contact'>): PayQr {
  const part = feePartLabels[asked.part];
  if (contact.payQr !== null) {
    return {
      text: contact.payQr.value,
      caption: {
        zh: `扫码缴纳${part.zh}，付款备注请填缴款码 ${asked.code}`,
        en: `Scan to pay the ${part.en.toLowerCase()}, and put the pay code ${asked.code} into the remark`,
      },
    };
  }
  return {
    text: billText(asked, contact),
    caption: { zh: `缴款码 ${asked.code}，供收款窗口扫码`, en: `Pay code ${asked.code}, to be scanned at the counter` },
  };
}

/** The bill as EMV fields: merchant account, currency (156, yuan), amount, country, payee, pay code, and a CRC at the end. */
function billText({ code, amount }: Asked, { payee, account }: Policy['contact']): string {
  const fields = [
    field('00', '01'),
    field('01', '12'),
    ...(account ? [field('26', field('01', account.value))] : []),
    field('52', '9399'),
    field('53', '156'),
    field('54', (amount / 100).toFixed(2)),
    field('58', 'CN'),
    ...(payee ? [field('59', payee.value)] : []),
    field('62', field('01', code)),
  ].join('');
  return `${fields}6304${crc16(`${fields}6304`)}`;
}

/** Id, length in two digits, value; a value of more than 99 characters is cut. */
function field(id: string, value: string): string {
  const kept = [...value].slice(0, 99);
  return `${id}${String(kept.length).padStart(2, '0')}${kept.join('')}`;
}

/** CRC-16/CCITT-FALSE over the UTF-8 bytes, as EMV asks for, in four hexadecimal digits. */
function crc16(text: string): string {
  let crc = 0xff_ff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80_00 ? (crc << 1) ^ 0x10_21 : crc << 1;
    crc &= 0xff_ff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
