import { FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { StoredDocument } from '../../api/applications.js';
import { useDocumentName } from '../../labels/dossier/documents.js';
import { CoveredTag } from './covering/CoverButton.js';
import { PictureRemarks } from './PictureRemarks.js';

interface Props {
  readonly document: StoredDocument;
  /** whether it is previewed; left out where the preview covers the page */
  readonly pressed?: boolean;
  readonly className?: string;
  readonly onClick: () => void;
  /** after the name */
  readonly children?: ReactNode;
}

/** A document in a list, with an icon of its type; a click previews it. */
export function DocumentButton({ document, pressed, className = '', onClick, children }: Props) {
  const nameOf = useDocumentName();
  return (
    <Button
      type="text"
      block
      aria-pressed={pressed}
      className={className}
      icon={document.mediaType.startsWith('image/') ? <FileImageOutlined /> : <FilePdfOutlined />}
      onClick={onClick}
    >
      <span>
        {nameOf(document)}
        {children}
        <PictureRemarks document={document} /> <CoveredTag document={document} />
      </span>
    </Button>
  );
}
