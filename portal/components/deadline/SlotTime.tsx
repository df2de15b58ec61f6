import { Instant } from './Instant.js';

/** From when until when on one day, in Beijing time: `9月12日 周四 09:00—09:30`. */
export function SlotTime({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }) {
  return (
    <>
      <Instant at={startsAt} />—<span className="numbers">{endsAt.slice(11, 16)}</span>
    </>
  );
}
