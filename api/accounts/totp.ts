import { createHmac, timingSafeEqual } from 'node:crypto';

// RFC 6238 as every authenticator has it: SHA-1, six digits, thirty seconds. The sign-in library's own second factor
// would be asked for at every sign-in; here it is asked for when minutes are signed, and only then.
const stepMs = 30_000;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a time step. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The time step of an instant of the real clock. */
export const stepAt = (now: number): number => Math.floor(now / stepMs);

/** The step whose code this is, among the present one and its neighbours (clocks differ); null: none. */
export function stepOfCode(secret: Buffer, code: string, now: number): number | null {
  const given = Buffer.from(code.padStart(6, '0'));
  const near = [0, -1, 1].map((away) => stepAt(now) + away);
  return near.find((step) => given.length === 6 && timingSafeEqual(Buffer.from(codeOf(secret, step)), given)) ?? null;
}

/** A secret as people type it into an authenticator (base32, RFC 4648). */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
