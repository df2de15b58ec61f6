/**
 * What a log holds of an error: its kind, message, stack and code. A database error's further members quote the row,
 * which may name people.
 */
export function errorWithoutContent(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name: type, message, stack } = error;
  return { type, message, stack, code: 'code' in error ? error.code : undefined };
}
