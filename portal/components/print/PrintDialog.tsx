import { useMutation, useQuery } from '@tanstack/react-query';
import { Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import {
  type BatchForm,
  batchFormNames,
  batchForms,
  mostCopies,
  postingTable,
  postingTableName,
} from '../../../rules/papers/paperBatches.js';
import { type PaperName, paperKinds } from '../../../rules/papers/paperKinds.js';
import type { QueueItem } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';
import type { Role } from '../../api/me.js';
import { common } from '../../labels/common.js';
import { papers } from '../../labels/dossier/papers.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { Problem } from '../Problem.js';
import '../batch/batch.css';

interface Props {
  readonly kinds: readonly PaperName[];
  readonly chosen: readonly QueueItem[];
  readonly role: Role | undefined;
  readonly onClose: () => void;
}
type Kind = PaperName | typeof postingTableName;

/** Asks which paper and in which form, then shows how far it has come while the browser saves it. */
export function PrintDialog({ kinds, chosen, role, onClose }: Props) {
  const t = useLabels(papers);
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const [kind, setKind] = useState<Kind | undefined>(kinds.includes('review_form') ? 'review_form' : kinds[0]);
  const [form, setForm] = useState<BatchForm>('zip');
  const [copies, setCopies] = useState(1);
  const isTable = kind === postingTableName;
  const isOneFile = isTable || form === 'pdf';
  const begun = useMutation({
    mutationFn: async (wanted: Kind) => {
      const applicationIds = chosen.map(({ id }) => id);
      const body = {
        kind: wanted,
        form: isTable ? 'pdf' : form,
        copies: isOneFile && !isTable ? copies : 1,
        applicationIds,
      } as const;
      const batch = await answer(api.POST('/api/paper-batches', { body }));
      save(`/api/paper-batches/${batch.id}/file`);
      return batch;
    },
  });
  const id = begun.data?.id ?? '';
  const { data: progress = begun.data } = useQuery({
    queryKey: ['paperBatch', id],
    queryFn: ({ signal }) => answer(api.GET('/api/paper-batches/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
    refetchInterval: ({ state: { data } }) => (data?.done === data?.total && data !== undefined ? false : 1000),
  });
  const nameOf = (name: Kind) => localize(name === postingTableName ? postingTable : paperKinds[name]);
  // Only a unit publishes its own people in one table.
  const offered: readonly Kind[] = role === 'unit' && chosen.length > 1 ? [...kinds, postingTableName] : kinds;
  return (
    <Modal
      open
      title={t('printSeveral', { n: chosen.length })}
      mask={{ closable: false }}
      onCancel={onClose}
      cancelText={tCommon(begun.data === undefined ? 'cancel' : 'close')}
      okText={t('makeThem')}
      okButtonProps={{ loading: begun.isPending, disabled: kind === undefined || begun.data !== undefined }}
      onOk={() => kind === undefined || begun.mutate(kind)}
    >
      <div className="stack" style={{ gap: 12 }}>
        <div className="batchReason">
          <label htmlFor="printedKind">{t('whichPaper')}</label>
          <Select
            id="printedKind"
            value={kind ?? null}
            onChange={(chosenKind) => setKind(chosenKind ?? undefined)}
            options={offered.map((name) => ({ value: name, label: nameOf(name) }))}
          />
        </div>
        {isTable ? null : (
          <Radio.Group
            aria-label={t('form')}
            value={form}
            onChange={({ target }) => setForm(target.value)}
            options={batchFormNames.map((name) => ({ value: name, label: localize(batchForms[name]) }))}
          />
        )}
        {!isOneFile || isTable ? null : (
          <Radio.Group
            aria-label={t('copies')}
            value={copies}
            onChange={({ target }) => setCopies(target.value)}
            options={Array.from({ length: mostCopies }, (_, index) => ({
              value: index + 1,
              label: t('copiesOf', { n: index + 1 }),
            }))}
          />
        )}
        <p className="quiet" style={{ margin: 0 }}>
          {t(isTable ? 'tableLead' : isOneFile ? 'oneFileLead' : 'zipLead')}
        </p>
        {progress === undefined ? null : (
          <div role="status">
            <progress className="batchProgress" value={progress.done} max={progress.total} aria-label={t('making')} />
            {t(progress.done === progress.total ? 'madeAll' : 'made', { done: progress.done, all: progress.total })}
          </div>
        )}
        {begun.error === null ? null : <Problem error={begun.error} />}
      </div>
    </Modal>
  );
}

/** Has the browser save a file as it arrives: none of it is held in the page. */
function save(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
