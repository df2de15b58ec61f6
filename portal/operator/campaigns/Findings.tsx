import { Alert, Tag } from 'antd';
import type { LintFinding } from '../../../rules/policy/lint/lintFinding.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';

const weight = { error: 0, warning: 1, info: 2 } as const;
const colours = { error: 'error', warning: 'warning', info: 'default' } as const;

/** The linter's findings, each with its clause and the value it concerns. */
export function Findings({ findings }: { readonly findings: readonly LintFinding[] }) {
  const t = useLabels(operator);
  if (findings.length === 0) return <Alert role="status" type="success" showIcon title={t('clean')} />;
  const worstFirst = findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  const count = (severity: LintFinding['severity']) => findings.filter((one) => one.severity === severity).length;
  return (
    <section aria-live="polite">
      <strong>{t('findings', { errors: count('error'), warnings: count('warning') })}</strong>
      <div className="quiet">{t('findingsMore')}</div>
      <ul className="lines">
        {worstFirst.map(({ code, severity, message, messageEn, path, clause, date }) => (
          <li key={`${code} ${path} ${date} ${message}`}>
            <span>
              <Tag color={colours[severity]}>{t(severity)}</Tag> <BilingualText zh={message} en={messageEn} />
            </span>
            <span className="quiet" lang="zh-CN">
              {clause}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
