import { RefusalQuota } from '../../../api/acts/refusalQuota.js';
import { CountedShare, perMinute } from '../../../api/http/rateLimit.js';

const taken = async (asks: readonly (() => Promise<void>)[]) =>
  (await Promise.allSettled(asks.map((ask) => ask()))).filter(({ status }) => status === 'fulfilled').length;

test.each([1, 2, 3])('%i processes together allow a caller no more than one would', async (processes) => {
  const limits = Array.from({ length: processes }, () => {
    const share = new CountedShare();
    share.count(processes);
    return perMinute(12, share);
  });
  const asks = Array.from(
    { length: 60 },
    (_, index) => () => limits[index % processes]?.('a caller') ?? Promise.reject(),
  );
  expect(await taken(asks)).toBe(12);
});

test('a process that is left alone allows all again', async () => {
  const share = new CountedShare();
  const limit = perMinute(10, share);
  const asks = (caller: string) => Array.from({ length: 20 }, () => () => limit(caller));
  share.count(2);
  expect(await taken(asks('one'))).toBe(5);
  share.count(1);
  expect(await taken(asks('another'))).toBe(10);
});

test('refused acts are counted by a share as well', async () => {
  const share = new CountedShare();
  share.count(2);
  const quota = new RefusalQuota(4, share);
  const actor = { role: 'applicant', personId: 'p' } as const;
  await quota.count('a', actor as never);
  await quota.requireLeft('a', actor as never);
  await quota.count('a', actor as never);
  await expect(quota.requireLeft('a', actor as never)).rejects.toMatchObject({ code: 'too_many_requests' });
});
