import { isDeepStrictEqual } from 'node:util';
import type { Checked, Finding } from '../checks/checkAll.js';

/** The topics of the campaign's checks, in the order of a campaign. */
const topics = {
  progress: { zh: '年度评审按章发布、落实、备案', en: 'the campaign runs through its statuses' },
  draw: { zh: '随机抽取可离线核验', en: 'the draw, verified offline' },
  committee: { zh: '邀请、递补、回避、主任委员', en: 'invitations, successors, recusals, the chair' },
  defense: { zh: '答辩按场次安排，专家各自评分', en: 'defenses by session and individual sheets' },
  ballot: { zh: '无记名投票可离线核验，票数与预案一致', en: 'ballots verified offline, every tally as planned' },
  fan_out: { zh: '评审结果逐份落实，数目相符', en: 'outcomes applied, the counts add up' },
  notice: { zh: '结果公示次日开始，写明姓名', en: 'the public notice begins the day after, with names' },
  titles: { zh: '证书编号连续，可公开查询', en: 'certificate numbers without a gap, looked up by the public' },
  sanctions: { zh: '弄虚作假：两人办理，撤销资格', en: 'fraud: two people, the title revoked' },
} as const;
export type Topic = keyof typeof topics;

/** Collects the results of the campaign's checks as they happen, and lines for the report. */
export class CheckLog {
  readonly #lines: string[] = [];
  readonly #checked = new Set<Topic>();
  readonly #findings: (Finding & { readonly topic: Topic })[] = [];

  /** Adds a line to the report. */
  note(line: string): void {
    this.#lines.push(line);
  }

  /** Checks that two values are equal. */
  expect(topic: Topic, name: string, is: unknown, shouldBe: unknown): void {
    this.#checked.add(topic);
    if (!isDeepStrictEqual(is, shouldBe)) this.fail(topic, name, `${JSON.stringify(is)} ≠ ${JSON.stringify(shouldBe)}`);
  }

  /** Records a failure. */
  fail(topic: Topic, name: string, what: string): void {
    this.#checked.add(topic);
    this.#findings.push({ topic, name, id: topic, what });
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** One check for each topic that was checked. */
  get checks(): readonly Checked[] {
    return (Object.keys(topics) as Topic[])
      .filter((topic) => this.#checked.has(topic))
      .map((topic) => ({
        ...topics[topic],
        findings: this.#findings
          .filter((finding) => finding.topic === topic)
          .map(({ topic: _, ...finding }) => finding),
      }));
  }
}
