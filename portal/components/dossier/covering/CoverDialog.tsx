import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Popconfirm, Switch } from 'antd';
import { useState } from 'react';
import type { StoredDocument } from '../../../api/applications.js';
import { answer, api } from '../../../api/client.js';
import { common } from '../../../labels/common.js';
import { covering } from '../../../labels/dossier/covering.js';
import { useLabels } from '../../../labels/labelArea.js';
import { Loading } from '../../Loading.js';
import { Problem } from '../../Problem.js';
import { AreaNumbers } from './AreaNumbers.js';
import { CoverPage } from './CoverPage.js';
import { useAreas } from './useAreas.js';
import './covering.css';

interface Props {
  readonly document: StoredDocument;
  readonly onClose: () => void;
}

/** Covers parts of a document page by page: by drawing or by numbers, shown as the copy will be, and confirmed at the end. */
export function CoverDialog({ document, onClose }: Props) {
  const t = useLabels(covering);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const { applicationId, id } = document;
  const path = { params: { path: { id: applicationId, documentId: id } } };
  const address = '/api/applications/{id}/documents/{documentId}/covered' as const;
  const { data, error, refetch } = useQuery({
    queryKey: ['document', id, 'covered'],
    queryFn: ({ signal }) => answer(api.GET(address, { ...path, signal })),
    gcTime: 0,
  });
  const { areas, changed, add, replace, remove, undo } = useAreas(data?.areas ?? []);
  const [page, setPage] = useState(1);
  const [asCopy, setAsCopy] = useState(false);
  const done = async () => {
    await client.invalidateQueries({ queryKey: ['application', applicationId, 'dossier'] });
    await client.invalidateQueries({ queryKey: ['document', id] });
    onClose();
  };
  const save = useMutation({
    mutationFn: () => answer(api.PUT(address, { ...path, body: { areas: [...areas] } })),
    onSuccess: done,
  });
  const uncover = useMutation({ mutationFn: () => answer(api.DELETE(address, path)), onSuccess: done });
  const pages = data?.pages ?? 0;
  const failed = save.error ?? uncover.error;
  return (
    <Modal
      open
      width={960}
      title={t('coverOf', { name: document.fileName })}
      onCancel={onClose}
      footer={
        <div className="row coverActs">
          {data !== undefined && data.areas.length > 0 ? (
            <Popconfirm
              title={t('uncoverSure')}
              okText={t('uncover')}
              cancelText={tCommon('cancel')}
              onConfirm={() => uncover.mutate()}
            >
              <Button danger loading={uncover.isPending}>
                {t('uncover')}
              </Button>
            </Popconfirm>
          ) : null}
          <Button disabled={!changed} onClick={undo}>
            {t('undo')}
          </Button>
          <Button
            type="primary"
            disabled={areas.length === 0 || !changed}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('confirm')}
          </Button>
        </div>
      }
    >
      {error !== null ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : (
        <div className="stack">
          <p className="quiet">{t('lead')}</p>
          <div className="row">
            <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              {t('previousPage')}
            </Button>
            <span>{t('page', { n: page, of: pages })}</span>
            <Button size="small" disabled={page >= pages} onClick={() => setPage(page + 1)}>
              {t('nextPage')}
            </Button>
            <label className="row" htmlFor="coverAsCopy">
              <Switch id="coverAsCopy" size="small" checked={asCopy} onChange={setAsCopy} />
              {t('asCopy')}
            </label>
          </div>
          <CoverPage
            key={page}
            source={`/api/applications/${applicationId}/documents/${id}/pages/${page}`}
            page={page}
            areas={areas}
            asCopy={asCopy}
            onDraw={add}
          />
          <strong>{t('areas', { n: areas.length })}</strong>
          <AreaNumbers areas={areas} onChange={replace} onRemove={remove} />
          <div>
            <Button size="small" onClick={() => add({ page, x: 1_000, y: 1_000, width: 3_000, height: 500 })}>
              {t('add')}
            </Button>
          </div>
          {failed === null ? null : <Problem error={failed} />}
        </div>
      )}
    </Modal>
  );
}
