import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { paperKinds, paperNames } from '../../../rules/papers/paperKinds.js';
import type { QueueItem } from '../../api/applications.js';
import type { Role } from '../../api/me.js';
import { papers } from '../../labels/dossier/papers.js';
import { useLabels } from '../../labels/labelArea.js';

const PrintDialog = lazy(() => import('./PrintDialog.js').then(({ PrintDialog: it }) => ({ default: it })));

interface Props {
  readonly chosen: readonly QueueItem[];
  readonly role: Role | undefined;
}

/** Prints a paper of each of the selected applications, for roles that print any. */
export function PrintSeveral({ chosen, role }: Props) {
  const t = useLabels(papers);
  const [open, setOpen] = useState(false);
  const kinds = paperNames.filter(
    (name) => role !== undefined && [...paperKinds[name].readers].includes(role as never),
  );
  if (kinds.length === 0) return null;
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('printSeveral', { n: chosen.length })}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <PrintDialog kinds={kinds} chosen={chosen} role={role} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
