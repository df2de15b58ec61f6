import { fieldLabels } from '../../../rules/dossier/fieldLabels.js';
import { answer, api } from '../../api/client.js';
import { application } from '../../labels/application.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { RevealButton } from '../RevealButton.js';

/** ID number and telephone in full, shown once a reason is given, to the roles that the policy names. */
export function FullIdentity({ applicationId: id }: { readonly applicationId: string }) {
  const t = useLabels(application);
  const localize = useLocalized();
  const mark = useMarks();
  const named = (field: 'idNumber' | 'phone', value: string | null) => (
    <div>
      <span className="quiet">
        {localize(fieldLabels[field] ?? { zh: field, en: field })}
        {mark.colon}
      </span>
      <span className="numbers">{value ?? '—'}</span>
    </div>
  );
  return (
    <RevealButton
      title={t('fullIdentity')}
      reveal={(reason) =>
        answer(api.POST('/api/applications/{id}/identity', { params: { path: { id } }, body: { reason } }))
      }
    >
      {({ idNumber, phone }) => (
        <div role="status">
          {named('idNumber', idNumber)}
          {named('phone', phone)}
        </div>
      )}
    </RevealButton>
  );
}
