import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

const colours = { error: 'error', warning: 'warning', info: 'default' } as const;
const weight = { error: 0, warning: 1, info: 2 } as const;

interface Props {
  readonly findings: readonly {
    readonly code: string;
    readonly severity: keyof typeof colours;
    readonly clause: string;
    readonly date: string | null;
    readonly message: string;
    readonly messageEn: string;
    readonly path: string | null;
  }[];
  /** Where the value of a path stands. */
  readonly hrefOf: (path: string) => string;
}

/** The linter's findings, most severe first, each with its date, its clause and a link to the value. */
export function FindingList({ findings, hrefOf }: Props) {
  const t = useLabels(office);
  const { i18n } = useTranslation();
  const worstFirst = findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  return (
    <ul className="policyFindings">
      {worstFirst.map(({ code, severity, clause, date, message, messageEn, path }) => (
        <li key={`${code} ${path} ${date} ${message}`}>
          <Tag color={colours[severity]}>{t(`severity_${severity}`)}</Tag>
          <div>
            <div>
              <BilingualText zh={message} en={messageEn} />
            </div>
            <div className="quiet">
              {date === null ? null : `${formatDay(date, i18n.language === 'en' ? 'en' : 'zh')} · `}
              <span lang="zh-CN">{clause}</span>
              {path === null ? null : (
                <>
                  {' · '}
                  <Link to={hrefOf(path)}>
                    {t('jump')}
                    <span className="visuallyHidden">
                      <BilingualText zh={message} en={messageEn} />
                    </span>
                  </Link>
                </>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
