const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];

/**
 * An amount in fen as Chinese papers write it (大写): 60000 is 陆佰元整. Own code because the rules of 票据 for zeros between places
 * are few, and of the packages that have them none is kept.
 */
export function amountInWords(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor((fen % 100) / 10);
  const rest = fen % 10;
  const whole = yuan === 0 ? '' : `${yuanInWords(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole === '' ? '零元' : whole}整`;
  const tenth = jiao === 0 ? (whole === '' ? '' : '零') : `${digits[jiao]}角`;
  return `${whole}${tenth}${rest === 0 ? '整' : `${digits[rest]}分`}`;
}

function yuanInWords(yuan: number): string {
  const written: string[] = [];
  let isGap = false;
  for (let place = String(yuan).length - 1; place >= 0; place -= 1) {
    const digit = Math.floor(yuan / 10 ** place) % 10;
    if (digit === 0) isGap = true;
    else {
      written.push(isGap && written.length > 0 ? '零' : '', digits[digit] ?? '', places[place % 4] ?? '');
      isGap = false;
    }
    const group = Math.floor(yuan / 10 ** place) % 10_000;
    if (place % 4 === 0 && place > 0 && group > 0) written.push(groups[place / 4] ?? '');
  }
  return written.join('');
}
