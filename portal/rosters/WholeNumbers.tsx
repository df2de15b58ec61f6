import { FormModal } from '../components/FormModal.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { application } from '../labels/application.js';
import { useLabels } from '../labels/labelArea.js';

interface Props {
  readonly title: string;
  /** As what the file is saved. */
  readonly fileName: string;
  readonly send: (body: { readonly reason: string }) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks why the whole numbers are needed, and saves the file that `send` answers. */
export function WholeNumbers({ title, fileName, send, onClose }: Props) {
  const t = useLabels(application);
  return (
    <FormModal<{ readonly reason: string }, Blob>
      title={title}
      ok={t('reveal')}
      invalidates="readings"
      send={async ({ reason }) => (await send({ reason })) as Blob}
      onClose={onClose}
      onDone={(file) => {
        save(file, fileName);
        onClose();
      }}
    >
      <p className="quiet">{t('revealLead')}</p>
      <RequiredReason label={t('revealReason')} missing={t('revealReasonMissing')} maxLength={500} />
    </FormModal>
  );
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
