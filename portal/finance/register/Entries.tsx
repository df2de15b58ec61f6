import type { components } from '../../api/schema.js';
import { Instant } from '../../components/deadline/Instant.js';
import { ListTable } from '../../components/queue/ListTable.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { finance } from '../../labels/payments/finance.js';
import { yuan } from '../yuan.js';

type Label = components['schemas']['RegisteredFee']['stateLabel'];
interface Transfer {
  readonly id: string;
  readonly kindLabel: Label;
  readonly at: string;
  readonly reference: string | null;
  readonly entries: readonly { readonly accountLabel: Label; readonly amount: number }[];
}

/** What was posted for a fee, oldest first. */
export function Entries({ transfers }: { readonly transfers: readonly Transfer[] }) {
  const t = useLabels(finance);
  const localize = useLocalized();
  if (transfers.length === 0) return <p className="quiet">{t('noEntries')}</p>;
  return (
    <>
      <p className="quiet">{t('entriesLead')}</p>
      <ListTable
        caption={t('entries')}
        items={transfers}
        idOf={({ id }) => id}
        columns={[
          { title: t('when'), of: ({ at }) => <Instant at={at} /> },
          {
            title: t('what'),
            of: ({ kindLabel, reference }) => (
              <>
                {localize(kindLabel)}
                {reference === null ? null : <div className="quiet entryReference">{reference}</div>}
              </>
            ),
          },
          {
            title: t('account'),
            of: ({ entries }) =>
              entries.map(({ accountLabel, amount }) => (
                <div key={accountLabel.zh} className="entryLine">
                  <span>{localize(accountLabel)}</span> <span className="numbers">{yuan(amount)}</span>
                </div>
              )),
          },
        ]}
      />
    </>
  );
}
