/**
 * English names of days that do not count, by the Chinese name, the only one that records keep. A test compares the list
 * with every calendar.
 */
const english: Readonly<Record<string, string>> = {
  周六: 'Saturday',
  周日: 'Sunday',
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: '70th anniversary of victory in the Second World War',
  肉孜节: 'Rozi Festival (Eid al-Fitr)',
  古尔邦节: 'Corban Festival (Eid al-Adha)',
  期限中止: 'paused',
};
/** The mark after the name of a festival that is not announced yet. */
export const provisionalMark = '（暂定）';

/** The English name of a weekend day or festival; a name without one stays as it is. */
export function dayInEnglish(name: string): string {
  return name.endsWith(provisionalMark)
    ? `${dayInEnglish(name.slice(0, -provisionalMark.length))} (provisional)`
    : (english[name] ?? name);
}
