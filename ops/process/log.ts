import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { readable } from './logLine.js';

/** The logs of the parts: every line goes to the part's file, those a person should see to the terminal as well. */
export interface Log {
  /** prints an event of the supervisor itself */
  printLine(part: string, message: string): void;
  /** returns a function that takes the lines of a part; `shown` selects those for the terminal, default all */
  linesOf(part: string, shown?: (line: string) => boolean): (line: string) => void;
}

const LARGE = 20 * 1024 * 1024;

/** Opens the logs under `dataDir/logs`. A large file is rotated once. */
export function openLog(dataDir: string): Log {
  const folder = path.join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = new Map<string, WriteStream>();
  const file = (part: string) => {
    const opened = files.get(part) ?? openFile(path.join(folder, `${part}.log`));
    files.set(part, opened);
    return opened;
  };
  const print = (part: string, message: string) => {
    console.log(`${new Date().toTimeString().slice(0, 8)}  ${part.padEnd(9)}  ${message}`);
  };
  return {
    printLine(part, message) {
      file('supervisor').write(`${new Date().toISOString()} ${part} ${message}\n`);
      print(part, message);
    },
    linesOf: (part, shown = () => true) => {
      return (line) => {
        file(part).write(`${line}\n`);
        const text = shown(line) ? readable(line) : '';
        if (text !== '') print(part, text);
      };
    },
  };
}

function openFile(name: string): WriteStream {
  if (existsSync(name) && statSync(name).size > LARGE) renameSync(name, `${name}.1`);
  const stream = createWriteStream(name, { flags: 'a', mode: 0o600 });
  // A full disk must not end the supervisor.
  stream.on('error', () => {});
  return stream;
}
