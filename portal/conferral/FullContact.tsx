import { answer, api } from '../api/client.js';
import { RevealButton } from '../components/RevealButton.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';

interface Props {
  readonly applicationId: string;
  readonly objectionId: string;
}

/** The objector's contact in full, shown once a reason is given. */
export function FullContact({ applicationId: id, objectionId }: Props) {
  const t = useLabels(conferral);
  const path = { id, objectionId };
  return (
    <RevealButton
      title={t('fullContact')}
      reveal={(reason) =>
        answer(
          api.POST('/api/applications/{id}/objections/{objectionId}/contact', { params: { path }, body: { reason } }),
        )
      }
    >
      {({ contact }) => <span className="numbers">{contact ?? '—'}</span>}
    </RevealButton>
  );
}
