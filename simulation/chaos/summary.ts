import type { ChaosRun } from './chaosRun.js';

/** What the product reported as an error, each once with its number. */
function errorsIn(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const what = /"level":[56]0/.test(line) ? /"(?:msg|message)":"((?:[^"\\\\]|\\\\.)*)"/.exec(line)?.[1] : undefined;
    if (what) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `  ${count} × ${what}`);
}

/** What a run did, in figures. */
export function summaryOf({ world, traffic, caused }: ChaosRun): string {
  const { sent, servers, stack } = world;
  const letters = [...servers.tap.taken.values()];
  const riders = traffic.storms.flatMap(({ answers }) => answers);
  const accepted = sent.filter(({ reply }) => reply?.status === 200).length;
  const attempts = sent.reduce((sum, act) => sum + act.attempts.length, 0);
  const { temporal, postgres, mail } = servers;
  const starts = Object.entries({
    ...Object.fromEntries(stack.workers.map((worker, index) => [`worker ${index + 1}`, worker])),
    api: stack.apis[0],
    secondApi: stack.apis[1],
    ...(stack.proxy ? { proxy: stack.proxy } : {}),
    temporal,
    postgres,
    mail,
  })
    .map(([name, part]) => `${name} ${part?.starts()}`)
    .join(', ');
  return [
    `故障 / faults: ${caused.length}; 启动 / starts: ${starts}`,
    `申报 / applications: ${traffic.walks.length}; 截止风暴 / at ${traffic.storms.length} cutoffs: ${riders.length}`,
    `办理 / acts: ${sent.length} (${attempts} attempts, ${accepted} accepted)`,
    `报错 / errors logged by the product:`,
    ...errorsIn(stack.lines),
    `信函 / letters: ${letters.length}, 重复 / repeated: ${letters.filter(({ length }) => length > 1).length}`,
  ].join('\n');
}
