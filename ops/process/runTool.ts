import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { inheritEnvironment } from '../../config/environment.js';
import { type LaunchOptions, launch } from './launch.js';

/** The path of a program on the PATH, or undefined. */
export function findProgram(name: string): string | undefined {
  for (const folder of (inheritEnvironment().PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder !== '' && isExecutable(file)) return file;
  }
  return undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end. @returns its output @throws Error with the last lines when it fails */
export async function runTool(command: string, args: readonly string[], options: LaunchOptions = {}): Promise<string> {
  const lines: string[] = [];
  const tool = await launch(command, args, { ...options, onLine: (line) => lines.push(line) });
  const { code, signal } = await tool.exited;
  if (code === 0) return lines.join('\n');
  throw new Error(`${path.basename(command)} ${args[0] ?? ''}: ${code ?? signal}\n${lines.slice(-8).join('\n')}`);
}
