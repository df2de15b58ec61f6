/** Parts of invented names: family and given names of Han, given and fathers' names of Uyghurs. */
const parts = {
  han: {
    first: '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split(''),
    male: '建国 志强 伟明 海涛 立军 永刚 文博 晓东 宏伟 新华 国栋 振华 俊杰 长青 浩然 卫东 学文 天佑 向阳 思远 明哲 景行 子谦'.split(
      ' ',
    ),
    female:
      '秀英 丽娟 雪梅 晓燕 海霞 红梅 玉兰 静怡 思雨 慧敏 春华 美玲 佳宁 雅琴 文静 晓琳 雨桐 艳红 若兰 月华 淑贞 心怡 清影'.split(
        ' ',
      ),
  },
  uyghur: {
    first:
      '买买提 吐尔逊 艾合买提 阿不都拉 热合曼 依明 卡德尔 玉素甫 尼亚孜 沙吾提 库尔班 巴拉提 木沙 托乎提 艾力 斯拉木 萨迪克 哈斯木 牙生 祖农'.split(
        ' ',
      ),
    male: '艾尔肯 吐尔洪 阿布力米提 努尔买买提 艾克拜尔 卡哈尔 亚森 穆合塔尔 帕尔哈提 迪里夏提 伊力哈木 阿迪力 凯赛尔 居来提 艾尼瓦尔 塔依尔 木塔里甫 沙塔尔 热依木 衣马木 吐逊江 麦麦提江 阿里木江'.split(
      ' ',
    ),
    female:
      '阿依古丽 古丽娜尔 帕提古丽 热孜万古丽 阿孜古丽 米热古丽 祖丽皮亚 阿米娜 迪丽拜尔 塔吉古丽 姑丽巴哈尔 再娜甫 茹仙古丽 哈丽旦 玛依拉 努尔古丽 阿瓦古丽 麦尔哈巴 吐送古丽 坎拜尔 阿依努尔 孜拉来 赛乃姆'.split(
        ' ',
      ),
  },
} as const;

/** The ethnic group of a sample: three of five are Uyghurs. */
export function peopleOf(index: number): keyof typeof parts {
  return index % 5 < 3 ? 'uyghur' : 'han';
}

/** An invented name in the order its people write it; 460 different names for each gender and group. */
export function sampleName(index: number, gender: 'male' | 'female'): string {
  const people = peopleOf(index);
  const { first, [gender]: given } = parts[people];
  const [one, other] = [first[index % first.length], given[(index + Math.floor(index / first.length)) % given.length]];
  return people === 'han' ? `${one}${other}` : `${other}·${one}`;
}
