import type { BilingualText } from '../../rules/bilingualText.js';

/** What of the record can fail to hold, with the words people read. */
export const faultLabels = {
  chain: { zh: '事件的哈希链不连续或内容被改动', en: 'the chain of events is broken or an event was changed' },
  facts: { zh: '当前状态与事件重算的结果不一致', en: 'the present state is not what the events lead to' },
  intake: { zh: '事件与收文登记不一致', en: 'an event differs from the act as it was registered' },
  words: { zh: '所写文字与其哈希不一致', en: 'what people wrote differs from its hash' },
  register: { zh: '登记过的内容被改动、删除或添加', en: 'a registered row was changed, removed or added' },
  form: { zh: '上报的表格与其哈希不一致', en: 'a frozen form differs from its hash' },
  file: { zh: '材料文件缺失或与其哈希不一致', en: 'a file is missing or differs from its hash' },
  policy: { zh: '生效的政策与登记的版本不一致', en: 'the policy in force differs from its registered version' },
  certificate: { zh: '证书没有对应的授予事件', en: 'the certificate does not follow from a conferring event' },
  heads: { zh: '与已签名的链头不一致', en: 'the chain differs from its signed head' },
} as const satisfies Record<string, BilingualText>;
export type FaultName = keyof typeof faultLabels;

/** The first thing of a record that does not hold. `at` names the place: a seq, a key, an id; no content. */
export interface Fault {
  readonly what: FaultName;
  readonly at: string;
}

/** What a record is kept of. */
export type RecordKind = 'application' | 'campaign' | 'sanctions';
