import { isoInBeijing } from '../../rules/calendar/instant.js';

const clockOf = (at: string) => isoInBeijing(Date.parse(at)).slice(11, 16);

/** Start and end on a day, `09:30–11:10`; only the start where the end is unknown. */
export function TimeSpan({ from, to }: { readonly from: string; readonly to?: string }) {
  return (
    <span className="numbers">
      <time dateTime={from}>{clockOf(from)}</time>
      {to === undefined ? null : (
        <>
          –<time dateTime={to}>{clockOf(to)}</time>
        </>
      )}
    </span>
  );
}
