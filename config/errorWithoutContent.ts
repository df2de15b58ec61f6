/**
 * What a log holds of an error: its kind, the end of its message, where it happened, and its code. A database error's
 * further members quote the row, and Prisma's messages begin with the whole statement: both may name people.
 */
export function errorWithoutContent(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name: type, message, stack } = error;
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type,
    message: type.startsWith('Prisma') ? message.slice(message.lastIndexOf('\n') + 1) : message,
    stack: frames.join('\n'),
    code: 'code' in error ? error.code : undefined,
  };
}
