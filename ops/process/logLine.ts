const LONGEST = 240;
const LEVELS: Readonly<Record<number, string>> = { 40: '警告 warn ', 50: '错误 error ', 60: '严重 fatal ' };
const INFO = 30;
// Printed at the beginning of the line already, or of use to machines only.
const LEFT_OUT = new Set([
  'level',
  'time',
  'pid',
  'hostname',
  'msg',
  'name',
  'part',
  'v',
  'err',
  'req',
  'res',
  'stack',
]);

/** Formats a line for people: a JSON event becomes its message and its scalar fields, a debug event becomes empty. */
export function readable(line: string): string {
  const event = parse(line);
  if (event === undefined) return shorten(line.trimEnd());
  if (typeof event.level === 'number' && event.level < INFO) return '';
  const fields = Object.entries(event)
    .filter(([key, value]) => !LEFT_OUT.has(key) && ['string', 'number', 'boolean'].includes(typeof value))
    .map(([key, value]) => `${key}=${value}`);
  const reason = (event.err as { message?: string } | undefined)?.message;
  const text = [event.msg, reason === event.msg ? undefined : reason, ...fields].filter((word) => word !== undefined);
  return shorten(`${LEVELS[Number(event.level)] ?? ''}${text.join(' ')}`);
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

// One event is one line: a message with line breaks must not become several.
function shorten(text: string): string {
  const line = text.replaceAll(/\s*[\r\n]+\s*/g, ' ⏎ ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
