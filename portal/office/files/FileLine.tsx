import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { sizeInWords } from '../../../rules/campaign/campaignFiles.js';
import type { components } from '../../api/schema.js';
import { Instant } from '../../components/deadline/Instant.js';
import { files } from '../../labels/campaigns/files.js';
import { useLabels } from '../../labels/labelArea.js';

interface Props {
  readonly file: components['schemas']['CampaignFile'];
  readonly href: string;
  /** what can be done with the latest version */
  readonly children: ReactNode;
}

/** One file with its size and day; an older version can only be downloaded. */
export function FileLine({ file, href, children }: Props) {
  const t = useLabels(files);
  const { kind, fileName, size, uploadedAt, replacedBy, isTakenOver } = file;
  return (
    <li>
      <span>
        {t(`kind_${kind}`)}{' '}
        <a href={href} download lang="zh-CN">
          {fileName}
        </a>
        <div className="quiet">
          {sizeInWords(size)} · <Instant at={uploadedAt} />
          {replacedBy === null ? null : ` · ${t('older')}`}
        </div>
        {isTakenOver && replacedBy === null ? <Tag color="warning">{t('takenOver')}</Tag> : null}
      </span>
      {replacedBy === null ? <span className="row">{children}</span> : null}
    </li>
  );
}
