import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { readEnvironment } from '../../config/environment.js';
import { cancelsOnceClosed } from '../../config/openConnection.js';
import { findProgram } from '../process/findProgram.mjs';
import { launch } from '../process/launch.js';
import { freePort, isAnswering, until } from '../process/ports.js';
import { type Print, withProgress } from '../process/progress.js';
import { runTool } from '../process/runTool.js';
import { cached } from './cache.mjs';
import { type DownloadTo, downloadBySdk } from './sdkDownload.js';

const VERSION = '1.38.0';
const OLDEST_JAVA = 11;
const ARCHIVE = 'classes.jsa';
// The class path is relative, so that the archive fits wherever the folder is. Java without archives ignores the options.
const JAVA = [
  ...['-XX:+IgnoreUnrecognizedVMOptions', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx256m'],
  ...['-cp', "'jars/*'", 'io.temporal.testserver.TestServer'],
];

/**
 * A program that starts Temporal's time-skipping server: from the user's cache, else the native build downloaded as the
 * SDK does, else the same server for Java through Maven.
 *
 * @throws Error that says what to install when none of these is possible
 */
export async function timeSkippingProgram(print: Print, { cacheDir } = readEnvironment()): Promise<string> {
  const folder = await cached(cacheDir, `time-skipping-${VERSION}-archived`, async (draft) => {
    const native = path.join(draft, 'native');
    const start = (executable: DownloadTo) =>
      TestWorkflowEnvironment.createTimeSkipping({ server: { executable }, plugins: [cancelsOnceClosed] });
    const what = '下载快进时间的服务器 / downloading the time-skipping server';
    if (await downloadBySdk(native, what, start, print)) return await writeStarter(draft, 'exec "$here/native" "$@"');
    await fetchJars(draft, print);
    await archiveClasses(draft);
    await writeStarter(
      draft,
      `cd "$here" && exec java ${[`-XX:SharedArchiveFile=${ARCHIVE}`, ...JAVA].join(' ')} "$@" 2>/dev/null`,
    );
  });
  return path.join(folder, 'start');
}

async function fetchJars(draft: string, print: Print): Promise<void> {
  const maven = findProgram('mvn');
  if (maven === undefined || !(await isJavaNewEnough())) {
    throw new Error(
      `没有快进时间的服务器（测试和演练需要）：请安装 Maven 和 Java ${OLDEST_JAVA} 以上。 / ` +
        `no time-skipping server, which tests and rehearsal need: install Maven and Java ${OLDEST_JAVA} or newer`,
    );
  }
  const work = path.join(draft, 'maven');
  await mkdir(work);
  await writeFile(path.join(work, 'pom.xml'), POM);
  const jars = path.join(draft, 'jars');
  const args = ['-q', '-B', `-Dmaven.repo.local=${path.join(work, 'repository')}`, 'dependency:copy-dependencies'];
  await withProgress(print, '用 Maven 取得快进时间的服务器 / fetching the time-skipping server with Maven', () =>
    runTool(maven, [...args, '-DincludeScope=runtime', `-DoutputDirectory=${jars}`], { cwd: work }),
  );
  await rm(work, { recursive: true, force: true, maxRetries: 3 });
  if (!existsSync(jars)) throw new Error('Maven 没有留下文件 / Maven left no files');
}

/** Starts the server once and keeps its loaded classes: every later start takes a third of the time. */
async function archiveClasses(draft: string): Promise<void> {
  const port = await freePort();
  const command = ['exec', 'java', `-XX:ArchiveClassesAtExit=${ARCHIVE}`, ...JAVA, String(port)].join(' ');
  const server = await launch('/bin/sh', ['-c', command], { cwd: draft });
  await until(() => isAnswering(port), { timeoutMs: 60_000, stopped: server.exited });
  await server.stop();
}

async function isJavaNewEnough(): Promise<boolean> {
  const java = findProgram('java');
  if (java === undefined) return false;
  // Java 8 calls itself 1.8.
  const version = /version "(\d+)/.exec(await runTool(java, ['-version']).catch(() => ''))?.[1];
  return Number(version) >= OLDEST_JAVA;
}

// The SDK stops the server only when it shuts down properly itself; the starter watches it and ends the server
// otherwise.
async function writeStarter(folder: string, start: string): Promise<void> {
  const file = path.join(folder, 'start');
  const watch = 'while kill -0 "$PPID" && kill -0 $$; do sleep 1; done; kill -9 $$';
  const lines = ['#!/bin/sh', 'here=$(dirname "$0")', `( ${watch} ) </dev/null >/dev/null 2>&1 &`, start];
  await writeFile(file, `${lines.join('\n')}\n`);
  await chmod(file, 0o755);
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>pingshen</groupId>
  <artifactId>time-skipping</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;
