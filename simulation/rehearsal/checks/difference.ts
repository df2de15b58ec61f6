import { isDeepStrictEqual } from 'node:util';

/** A value as JSON stores it: undefined members dropped, dates as text. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Describes where two values differ, by top-level member; empty when they are equal. */
export function differences(what: string, is: unknown, shouldBe: unknown): string[] {
  const [one, other] = [plain(is), plain(shouldBe)];
  if (isDeepStrictEqual(one, other)) return [];
  if (!isRecord(one) || !isRecord(other)) return [`${what}: ${short(one)} ≠ ${short(other)}`];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((name) => !isDeepStrictEqual(one[name], other[name]))
    .map((name) => `${what}.${name}: ${short(one[name])} ≠ ${short(other[name])}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
