import { useState } from 'react';
import { useDraft } from '../../components/act/useDraft.js';

/** The answers to the defects, stored as the draft of the act's form so that nothing is typed twice. */
export function useAnswers(applicationId: string, event: string) {
  const draft = useDraft(applicationId, event);
  const [answers, setAnswers] = useState((draft.initial.answers ?? {}) as Readonly<Record<string, string>>);
  const change = (defect: string, text: string) => {
    const changed = { ...answers, [defect]: text };
    setAnswers(changed);
    draft.keep({ answers: changed });
  };
  return { answers, change };
}
