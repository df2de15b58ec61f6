import type { components } from '../../api/schema.js';
import { Instant } from '../../pieces/deadline/Instant.js';
import { useSay, useWords } from '../../words/area.js';
import { office } from '../../words/office.js';

/** Which running applications would gain, lose or miss a date, and how many there are. */
export function WhatIfResult({ preview }: { readonly preview: components['schemas']['PolicyPreview'] }) {
  const t = useWords(office);
  const say = useSay();
  return (
    <div aria-live="polite">
      <strong>{t('whatIfCounts', { ...preview.counts, running: preview.running })}</strong>
      <ul className="plainList">
        {preview.items.map(({ id, applicantName, changes }) => (
          <li key={id}>
            <span lang="zh-CN">{applicantName}</span>
            {changes.map(({ deadline, words, from, to, kind }) => (
              <div key={deadline} className="quiet">
                {say(words)} · {t(`whatIf_${kind}`)} <Instant at={from} due /> → <Instant at={to} due />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
