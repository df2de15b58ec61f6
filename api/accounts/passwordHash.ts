import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

// One of the settings of the OWASP Password Storage Cheat Sheet.
const ofPeople: Cost = { N: 2 ** 15, r: 8, p: 3 };
const length = 64;

/** The salted scrypt hash of a password. It names its own cost; a lower one is for made-up people only. */
export async function hashPassword(password: string, cost = ofPeople): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether a hash is that of a password. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hash.split('$');
  const known = Buffer.from(key, 'base64');
  if (known.length !== length) return false;
  const found = await derive(password, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(known, found);
}

async function derive(password: string, salt: Buffer, { N, r, p }: Cost) {
  // The same password typed on two devices may come composed differently.
  const text = password.normalize('NFKC');
  return await new Promise<Buffer>((resolve, reject) => {
    scrypt(text, salt, length, { N, r, p, maxmem: 256 * N * r }, (error, found) =>
      error === null ? resolve(found) : reject(error),
    );
  });
}
