const KEPT = 20;

/** Keeps the last lines a program prints, to be shown when it fails, and passes each one on. */
export function lastLines(onLine?: (line: string) => void) {
  const lines: string[] = [];
  return {
    lines: lines as readonly string[],
    onLine(line: string): void {
      lines.push(line);
      if (lines.length > KEPT) lines.shift();
      onLine?.(line);
    },
    /** The last few, for an error message. */
    tail: () => lines.slice(-8).join('\n'),
  };
}
