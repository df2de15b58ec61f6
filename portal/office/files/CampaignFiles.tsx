import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { uploadFile } from '../../api/uploadFile.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { files as fileLabels } from '../../labels/campaigns/files.js';
import { useLabels } from '../../labels/labelArea.js';
import { FileLine } from './FileLine.js';
import { UploadButton } from './UploadButton.js';
import '../../components/lines.css';

type CampaignFile = components['schemas']['CampaignFile'];
/** A campaign, or a draft of one. */
export type FilePlace = { readonly campaignId: string } | { readonly draftId: string };

/** The notice and its annexes as files: added, replaced and withdrawn. */
export function CampaignFiles({ place }: { readonly place: FilePlace }) {
  const t = useLabels(fileLabels);
  const client = useQueryClient();
  const path =
    'campaignId' in place ? `/api/campaigns/${place.campaignId}/files` : `/api/campaign-drafts/${place.draftId}/files`;
  const queryKey = ['campaign-files', path];
  const query = useQuery({ queryKey, queryFn: ({ signal }) => filesOf(place, signal) });
  const onSuccess = () => client.invalidateQueries({ queryKey });
  const send = useMutation({
    mutationFn: async ({ kind, chosen, replaces }: Sent) => {
      for (const file of chosen)
        await uploadFile(path, file, [['kind', kind], ...(replaces ? [['replaces', replaces] as const] : [])]);
    },
    onSettled: onSuccess,
  });
  const withdraw = useMutation({ mutationFn: (fileId: string) => withdrawOne(place, fileId), onSettled: onSuccess });
  const error = query.error ?? send.error ?? withdraw.error;
  const items = query.data ?? [];
  return (
    <Panel title={t('title')}>
      <p className="quiet" style={{ marginBlockStart: 0 }}>
        {t('lead')} {'campaignId' in place ? t('later') : ''}
      </p>
      {query.data?.length === 0 ? <p className="nothingHere">{t('none')}</p> : null}
      <ul className="lines">
        {items.map((file) => (
          <FileLine key={file.id} file={file} href={`${path}/${file.id}`}>
            <UploadButton
              label={t('replace')}
              name={t('replaceOne', { name: file.fileName })}
              busy={send.isPending}
              onChoose={(chosen) => send.mutate({ kind: file.kind, chosen, replaces: file.id })}
            />
            <Popconfirm title={t('withdrawSure')} onConfirm={() => withdraw.mutate(file.id)}>
              <Button size="small" aria-label={t('withdrawOne', { name: file.fileName })}>
                {t('withdraw')}
              </Button>
            </Popconfirm>
          </FileLine>
        ))}
      </ul>
      {error === null ? null : <Problem error={error} />}
      <div className="row" style={{ marginBlockStart: 12 }}>
        {(['notice', 'annex'] as const).map((kind) => (
          <UploadButton
            key={kind}
            label={t(`add_${kind}`)}
            busy={send.isPending}
            isMultiple={kind === 'annex'}
            onChoose={(chosen) => send.mutate({ kind, chosen })}
          />
        ))}
      </div>
    </Panel>
  );
}

interface Sent {
  readonly kind: CampaignFile['kind'];
  readonly chosen: readonly File[];
  readonly replaces?: string;
}

async function filesOf(place: FilePlace, signal: AbortSignal): Promise<readonly CampaignFile[]> {
  const { items } = await answer(
    'campaignId' in place
      ? api.GET('/api/campaigns/{id}/files', { params: { path: { id: place.campaignId } }, signal })
      : api.GET('/api/campaign-drafts/{draftId}/files', { params: { path: place }, signal }),
  );
  return items.flatMap((one) => one ?? []);
}

async function withdrawOne(place: FilePlace, fileId: string): Promise<void> {
  await answer(
    'campaignId' in place
      ? api.DELETE('/api/campaigns/{id}/files/{fileId}', { params: { path: { id: place.campaignId, fileId } } })
      : api.DELETE('/api/campaign-drafts/{draftId}/files/{fileId}', { params: { path: { ...place, fileId } } }),
  );
}
