import type { OwnFee } from '../../api/fees.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';

/** What to quote in a transfer: the pay code with its code for scanning; the short number until there is one. */
export function PayCode({ fee, number }: { readonly fee: OwnFee | undefined; readonly number: string }) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const mark = useMarks();
  if (fee === undefined) {
    return (
      <span className="quiet">
        {t('number')}
        {mark.colon}
        <code>{number}</code>
      </span>
    );
  }
  return (
    <>
      <span>
        {t('payCode')}
        {mark.colon}
        <strong className="numbers payCode">{`${fee.payCode.slice(0, 4)} ${fee.payCode.slice(4)}`}</strong>
      </span>
      <figure className="payQr">
        <img
          src={`data:image/svg+xml,${encodeURIComponent(fee.qr.svg)}`}
          alt={localize(fee.qr.caption)}
          width={160}
          height={160}
        />
        <figcaption className="quiet">{localize(fee.qr.caption)}</figcaption>
      </figure>
    </>
  );
}
