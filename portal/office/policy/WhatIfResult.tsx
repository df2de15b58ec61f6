import type { components } from '../../api/schema.js';
import { Instant } from '../../components/deadline/Instant.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';

/** The running applications that would gain, lose or miss a deadline, with their number. */
export function WhatIfResult({ preview }: { readonly preview: components['schemas']['PolicyPreview'] }) {
  const t = useLabels(office);
  const localize = useLocalized();
  return (
    <div aria-live="polite">
      <strong>{t('whatIfCounts', { ...preview.counts, running: preview.running })}</strong>
      <ul className="plainList">
        {preview.items.map(({ id, applicantName, changes }) => (
          <li key={id}>
            <span lang="zh-CN">{applicantName}</span>
            {changes.map(({ deadline, label, from, to, kind }) => (
              <div key={deadline} className="quiet">
                {localize(label)} · {t(`whatIf_${kind}`)} <Instant at={from} due /> → <Instant at={to} due />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
