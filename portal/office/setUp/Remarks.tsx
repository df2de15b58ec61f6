import { Tag } from 'antd';
import { draftPathOf } from '../../../rules/policy/drafts/draftPaths.js';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { Draft } from './draftQueries.js';

const colours = { error: 'error', warning: 'warning', info: 'default' } as const;

/** What is wrong with a part of a draft. */
export function errorsAt({ errors }: Pick<Draft, 'errors'>, path: string) {
  return errors.flatMap((one) => (one && draftPathOf(one.field) === path ? [one] : []));
}

/** What is wrong with a part of a draft, and what the linter finds in it. */
export function Remarks({ draft, path, id }: { readonly draft: Draft; readonly path: string; readonly id: string }) {
  const t = useLabels(office);
  const errors = errorsAt(draft, path);
  const findings = draft.findings.flatMap((one) =>
    one && one.path === path && one.code !== 'value_unconfirmed' ? [one] : [],
  );
  return (
    <ul id={id} className="draftRemarks">
      {[...new Map(errors.map((one) => [one.message, one])).values()].map(({ field, message, messageEn }) => (
        <li key={`${field} ${message}`} className="draftError">
          <BilingualText zh={message} en={messageEn} />
        </li>
      ))}
      {findings.map(({ code, severity, message, messageEn }) => (
        <li key={`${code} ${message}`}>
          <Tag color={colours[severity]}>{t(`severity_${severity}`)}</Tag>
          <BilingualText zh={message} en={messageEn} />
        </li>
      ))}
    </ul>
  );
}
