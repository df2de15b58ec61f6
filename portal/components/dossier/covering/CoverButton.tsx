import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { StoredDocument } from '../../../api/applications.js';
import { covering } from '../../../labels/dossier/covering.js';
import { useLabels } from '../../../labels/labelArea.js';

const CoverDialog = lazy(() => import('./CoverDialog.js').then(({ CoverDialog: it }) => ({ default: it })));

/** Opens the dialog in which parts of a document are covered. */
export function CoverButton({ document }: { readonly document: StoredDocument }) {
  const t = useLabels(covering);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={t('coverOf', { name: document.fileName })} onClick={() => setOpen(true)}>
        {t('cover')}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <CoverDialog document={document} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** That parts of a document are covered; nothing where none are. */
export function CoveredTag({ document }: { readonly document: StoredDocument }) {
  const t = useLabels(covering);
  return document.covered === true ? <Tag>{t('covered')}</Tag> : null;
}
