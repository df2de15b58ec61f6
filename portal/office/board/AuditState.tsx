import { TimeLeft } from '../../pieces/deadline/TimeLeft.js';
import { useMarks, useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { office } from '../../words/office.js';
import type { Board } from './boardQuery.js';
import { Named } from './Named.js';

/** Until when the audit is to be done, and who still waits when that is over. */
export function AuditState({ audits }: { readonly audits: Board['audits'] }) {
  const t = useWords(office);
  const mark = useMarks();
  const words = useWords(common);
  return (
    <>
      <div>
        <TimeLeft due={audits.due} />
      </div>
      <div className="quiet">
        {words('clause')}
        {mark.colon}
        <span lang="zh-CN">{audits.clause}</span>
      </div>
      {audits.overdue === 0 ? (
        <p className="quiet boardNone">{t('notLate')}</p>
      ) : (
        <>
          <p className="boardNone">{t('auditLate')}</p>
          <Named items={audits.items} hrefOf={(id) => `/office/audit/${id}`} />
        </>
      )}
    </>
  );
}
