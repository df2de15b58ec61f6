import { isSignedBy, type PublicKey } from '../../config/signingKeys.js';
import { checkDraw, type DrawCheck, type DrawFile, drawChecks } from '../../rules/committee/draw/drawFile.js';
import { frozenText } from '../../rules/committee/draw/poolHash.js';
import { quotasOf } from '../../rules/committee/draw/quotas.js';
import { difference, differs, type Verdict } from './verdict.js';

const checkLabels = {
  format: '文件格式 / the format of the file',
  order:
    '先公布种子摘要，再冻结专家库，后抽取 / the hash was told before the pool was frozen, and that before the draw',
  pool: '专家库与冻结时公布的摘要一致 / the pool is the one whose hash was published when it froze',
  commitment: '种子与事先公布的摘要一致 / the seed is the one committed to',
  plan: '人数为单数、不少于规定，各专业人数足够 / the size is odd and large enough, each specialty has enough experts',
  members: '由种子与专家库重算的委员一致 / the members computed again are the same',
  alternates: '重算的候补及其次序一致 / the alternates computed again, in order, are the same',
} as const satisfies Record<DrawCheck, string>;
const frozenLabel = '专家库冻结时已签名 / the pool was signed as it was frozen';

/** Repeats the draw of an exported file and compares. */
export function verifyDraw(file: DrawFile, keys: readonly PublicKey[]): Verdict {
  if (!isSignedBy(keys, file.frozenSignature, frozenText(file))) {
    const expected = keys.map(({ id }) => id).join();
    return differs(difference(frozenLabel, { at: 'frozenSignature', stated: file.frozenSignature.keyId, expected }));
  }
  const found = checkDraw(file);
  const until = found === null ? drawChecks.length : drawChecks.indexOf(found.check);
  const agreed = [frozenLabel, ...drawChecks.slice(0, until).map((check) => checkLabels[check])];
  return found === null
    ? { about: aboutOf(file), agreed, difference: null }
    : differs(difference(checkLabels[found.check], found), agreed);
}

function aboutOf({ plan, seedHash, drawnAt, result }: DrawFile): readonly string[] {
  const forced = [...result.members, ...result.alternates].filter(({ conflicted }) => conflicted).length;
  const quotas = quotasOf(plan).map(
    ({ specialty, members, alternates, available }) => `  ${specialty}: ${members} + ${alternates} / ${available}`,
  );
  return [
    `${plan.campaignId} · ${plan.committee} · ${drawnAt}`,
    `种子摘要 / hash of the seed: ${seedHash}`,
    '各专业：委员 + 候补 / 库中人数 · by specialty: members + alternates / in the pool',
    ...quotas,
    ...(forced === 0
      ? []
      : [`因人数不足而抽中的有回避情形的专家 / conflicted experts drawn for lack of others: ${forced}`]),
  ];
}
