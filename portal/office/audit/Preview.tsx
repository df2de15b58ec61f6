import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { StoredDocument } from '../../api/applications.js';
import { CoverButton, CoveredTag } from '../../components/dossier/covering/CoverButton.js';
import { DocumentFrame } from '../../components/dossier/DocumentPreview.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

interface Props {
  readonly document: StoredDocument;
  readonly title: string;
  readonly onClose: () => void;
  readonly onNote: () => void;
}

/** One document beside the form, visible while the form is read. */
export function Preview({ document, title, onClose, onNote }: Props) {
  const t = useLabels(office);
  const tCommon = useLabels(common);
  const box = useRef<HTMLElement>(null);
  // In a one-column layout the document is below the list it was chosen from.
  useEffect(() => {
    if (document.id !== '') box.current?.scrollIntoView({ block: 'nearest' });
  }, [document.id]);
  return (
    <section className="panel auditPreview" aria-label={title} ref={box}>
      <div className="panelHead">
        <h2 lang="zh-CN">{title}</h2>
        <div className="row" style={{ gap: 4 }}>
          <CoveredTag document={document} />
          <CoverButton document={document} />
          <Button size="small" icon={<PlusOutlined />} onClick={onNote}>
            {t('note')}
          </Button>
          <Button size="small" type="text" icon={<CloseOutlined />} aria-label={tCommon('close')} onClick={onClose} />
        </div>
      </div>
      <DocumentFrame document={document} height="calc(100vh - 240px)" />
    </section>
  );
}
