import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SectionName } from '../../../../rules/dossier/dossier.js';
import { dossierQuery } from '../../../api/applications.js';
import type { Sections } from '../sections.js';
import type { useFormDraft } from '../useFormDraft.js';
import { careerQuery } from './careerQuery.js';

/**
 * Fills a form that nobody has touched with what is known of the person; what they then change is theirs. Returns whether it
 * did so in this visit.
 */
export function usePrefilled(applicationId: string, { draft, sections }: ReturnType<typeof useFormDraft>): boolean {
  const untouched = useQuery(dossierQuery(applicationId)).data?.version === 0 && Object.keys(sections).length === 0;
  const { data } = useQuery({ ...careerQuery(applicationId), enabled: untouched });
  const done = useRef(false);
  const [filled, setFilled] = useState(false);
  useEffect(() => {
    if (data === undefined || !untouched || done.current) return;
    done.current = true;
    for (const [name, section] of Object.entries(data.known)) {
      draft.change(name as SectionName, section as NonNullable<Sections[SectionName]>);
    }
    setFilled(true);
  }, [data, untouched, draft]);
  return filled;
}
