import type { BilingualText } from '../../bilingualText.js';
import { addDays } from '../../calendar/instant.js';
import type { Facts } from '../facts.js';

/** From which day a result is on notice, and why from then: the day after its minutes were signed. Null before there is one. */
export function noticeStart({ noticeFrom, metOn }: Pick<Facts, 'noticeFrom' | 'metOn'>): BilingualText | null {
  if (noticeFrom === null) return null;
  if (metOn === null) return { zh: `结果自${noticeFrom}起公示。`, en: `The result is on notice from ${noticeFrom}.` };
  const signedOn = addDays(noticeFrom, -1);
  return signedOn === metOn
    ? {
        zh: `评审会议于${metOn}召开，纪要当日签署，结果自次日（${noticeFrom}）起公示。`,
        en: `The meeting was held on ${metOn} and its minutes signed that day; the result is on notice from the next day, ${noticeFrom}.`,
      }
    : {
        zh: `评审会议于${metOn}召开，纪要于${signedOn}签署，结果自签署次日（${noticeFrom}）起公示。`,
        en: `The meeting was held on ${metOn} and its minutes were signed on ${signedOn}; the result is on notice from the day after, ${noticeFrom}.`,
      };
}
