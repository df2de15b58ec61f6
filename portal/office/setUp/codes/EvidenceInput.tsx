import { Button, InputNumber, Select } from 'antd';
import { documentKinds, sectionNames } from '../../../../rules/dossier/dossier.js';
import { sectionLabels } from '../../../../rules/dossier/sectionLabels.js';
import { setUp } from '../../../labels/campaigns/setUp.js';
import { useDocumentLabels } from '../../../labels/dossier/documents.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';
import { RemoveOne } from '../../policy/values/RemoveOne.js';
import type { TrackPart } from './TrackFields.js';

/** Documents that a track asks for beside the checklist of all. */
export function EvidenceInput({ name, track, onChange }: TrackPart) {
  const t = useLabels(setUp);
  const localize = useLocalized();
  const documents = useDocumentLabels();
  const { evidence } = track;
  return (
    <div className="policyParts">
      {[...evidence.entries()].map(([index, one]) => {
        const own = `${name} ${t('trackDocuments')} ${index + 1}`;
        const change = (part: Partial<typeof one>) =>
          onChange({ ...track, evidence: evidence.with(index, { ...one, ...part }) });
        return (
          <div key={index}>
            <Select
              aria-label={`${own} ${t('step_papers')}`}
              style={{ width: 170 }}
              value={one.section}
              onChange={(section) => change({ section })}
              options={sectionNames.map((section) => ({ value: section, label: localize(sectionLabels[section]) }))}
            />
            <Select
              mode="multiple"
              aria-label={own}
              style={{ minWidth: 240, flex: 1 }}
              value={[...one.anyOf]}
              onChange={(anyOf) => change({ anyOf })}
              options={documentKinds.map((kind) => ({ value: kind, label: documents[kind] }))}
              optionFilterProp="label"
            />
            <InputNumber
              aria-label={`${own} ${t('trackCopies')}`}
              suffix={t('trackCopies')}
              min={1}
              max={20}
              style={{ width: 100 }}
              value={one.copies ?? 1}
              onChange={(copies) => {
                const { copies: _, ...rest } = one;
                const next = copies === null || copies === 1 ? rest : { ...rest, copies };
                onChange({ ...track, evidence: evidence.with(index, next) });
              }}
            />
            <RemoveOne name={own} onRemove={() => onChange({ ...track, evidence: evidence.toSpliced(index, 1) })} />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          aria-label={`${t('addEvidence')} ${name}`}
          onClick={() => onChange({ ...track, evidence: [...evidence, { section: 'otherAttachments', anyOf: [] }] })}
        >
          {t('addEvidence')}
        </Button>
      </div>
    </div>
  );
}
