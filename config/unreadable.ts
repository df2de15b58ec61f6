const member = 'pingshen:unreadable';

/** What a payload decodes to that was not sealed by this installation for the place it stands in. */
export type Unreadable = { readonly [member]: string };

/** The stand-in for a payload that cannot be read, and why. */
export function unreadable(reason: string): Unreadable {
  return { [member]: reason };
}

/** Why a value could not be read; null for every other value. */
export function unreadableReason(value: unknown): string | null {
  return typeof value === 'object' && value !== null && member in value ? String(value[member]) : null;
}
