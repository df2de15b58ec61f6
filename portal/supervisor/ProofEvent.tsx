import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import type { TimelineEvent } from '../api/applications.js';
import { Instant } from '../components/deadline/Instant.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { supervisor } from '../labels/supervisor.js';
import { type Checked, isBroken } from './verifyChain.js';

interface Props {
  readonly event: TimelineEvent;
  /** undefined where this browser cannot compute hashes */
  readonly checked: Checked | undefined;
}

/** One event of a record: what, when, by whom, and whether its hash matches; the hashes are one click away. */
export function ProofEvent({ event, checked }: Props) {
  const t = useLabels(supervisor);
  const localize = useLocalized();
  const { seq, eventLabels, actor, at, recordedAt, hash, prevHash, freeText } = event;
  const reason = freeText?.reason;
  return (
    <li className={checked && isBroken(checked) ? 'proofBroken' : undefined}>
      <Mark checked={checked} />
      <div className="proofBody">
        <div className="eventHead">
          <strong>
            <span className="quiet numbers">{seq}. </span>
            {localize(eventLabels)}
          </strong>
          <Instant at={at} />
        </div>
        <div className="quiet">{localize(actor)}</div>
        {typeof reason === 'string' ? (
          <p className="writtenText" lang="zh-CN">
            {reason}
          </p>
        ) : null}
        {checked === undefined ? null : <Faults checked={checked} />}
        <details className="proofHashes">
          <summary>
            {t('hash')} <code>{hash.slice(0, 12)}…</code>
            <span className="visuallyHidden">（{t('event', { n: seq })}）</span>
          </summary>
          <dl className="explained">
            <Row name={t('hash')} value={hash} />
            {checked === undefined ? null : <Row name={t('computed')} value={checked.computed} />}
            <Row name={t('before')} value={prevHash} />
            <div>
              <dt className="quiet">{t('recorded')}</dt>
              <dd>
                <Instant at={recordedAt} />
              </dd>
            </div>
          </dl>
        </details>
      </div>
    </li>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>
        <code className="hash">{value}</code>
      </dd>
    </div>
  );
}

function Mark({ checked }: { readonly checked: Checked | undefined }) {
  const t = useLabels(supervisor);
  if (checked === undefined) return <span className="proofMark" />;
  const broken = isBroken(checked);
  return (
    <span className={`proofMark ${broken ? 'proofBad' : 'proofGood'}`} title={t(broken ? 'bad' : 'ok')}>
      {broken ? <CloseCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}
      <span className="visuallyHidden">{t(broken ? 'bad' : 'ok')}</span>
    </span>
  );
}

function Faults({ checked }: { readonly checked: Checked }) {
  const t = useLabels(supervisor);
  const faults = [
    ...(checked.content ? [] : [t('badContent')]),
    ...(checked.link ? [] : [t('badLink')]),
    ...(checked.freeText === false ? [t('badText')] : []),
  ];
  return faults.length === 0 ? null : <strong className="proofBad">{faults.join('；')}</strong>;
}
