import path from 'node:path';
import { type LaunchOptions, launch } from './launch.js';

/** Runs a program to its end. @returns its output @throws Error with the last lines when it fails */
export async function runTool(command: string, args: readonly string[], options: LaunchOptions = {}): Promise<string> {
  const lines: string[] = [];
  const tool = await launch(command, args, { ...options, onLine: (line) => lines.push(line) });
  const { code, signal } = await tool.exited;
  if (code === 0) return lines.join('\n');
  throw new Error(`${path.basename(command)} ${args[0] ?? ''}: ${code ?? signal}\n${lines.slice(-8).join('\n')}`);
}
