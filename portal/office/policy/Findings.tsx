import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { lintQuery } from './policyQueries.js';

const colours = { error: 'error', warning: 'warning', info: 'default' } as const;
const weight = { error: 0, warning: 1, info: 2 } as const;

/** The linter's findings, most severe first, each with its date, its clause and a link to the value. */
export function Findings({ campaignId }: { readonly campaignId: string }) {
  const t = useLabels(office);
  const { i18n } = useTranslation();
  const { data, error, refetch } = useQuery(lintQuery(campaignId));
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={3} />;
  const findings = data.findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  return (
    <Panel
      title={t('findings')}
      extra={<Tag color={data.mayOpen ? 'success' : 'error'}>{t(data.mayOpen ? 'mayOpen' : 'mayNotOpen')}</Tag>}
    >
      {findings.length === 0 ? <p className="quiet">{t('noFindings')}</p> : null}
      <ul className="policyFindings">
        {findings.map(({ code, severity, clause, date, message, messageEn, path }) => (
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
                    <a href={`#policy-${path}`}>
                      {t('jump')}
                      <span className="visuallyHidden">
                        <BilingualText zh={message} en={messageEn} />
                      </span>
                    </a>
                  </>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
