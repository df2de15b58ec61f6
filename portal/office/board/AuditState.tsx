import { TimeLeft } from '../../components/deadline/TimeLeft.js';
import { common } from '../../labels/common.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { Board } from './boardQuery.js';
import { NamedApplications } from './NamedApplications.js';

/** The end of the audit, and the applications still waiting after it. */
export function AuditState({ audits }: { readonly audits: Board['audits'] }) {
  const t = useLabels(office);
  const mark = useMarks();
  const tCommon = useLabels(common);
  return (
    <>
      {audits.due === null ? (
        <div>{t('auditWithoutEnd')}</div>
      ) : (
        <>
          <div>
            <TimeLeft due={audits.due} />
          </div>
          <div className="quiet">
            {tCommon('clause')}
            {mark.colon}
            <span lang="zh-CN">{audits.clause}</span>
          </div>
        </>
      )}
      {audits.overdue === 0 ? (
        <p className="quiet boardNone">{t('notLate')}</p>
      ) : (
        <>
          <p className="boardNone">{t('auditLate')}</p>
          <NamedApplications items={audits.items} hrefOf={(id) => `/office/audit/${id}`} />
        </>
      )}
    </>
  );
}
