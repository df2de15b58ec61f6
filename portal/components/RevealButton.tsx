import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { application } from '../labels/application.js';
import { useLabels } from '../labels/labelArea.js';
import { FormModal } from './FormModal.js';
import { RequiredReason } from './RequiredReason.js';

interface Props<Answer> {
  readonly title: string;
  readonly reveal: (reason: string) => Promise<Answer>;
  /** shows what was revealed, until the page is left */
  readonly children: (answer: Answer) => ReactNode;
}

/** A button that shows masked data in full; it asks for the reason, which is kept in the access log. */
export function RevealButton<Answer>({ title, reveal, children }: Props<Answer>) {
  const t = useLabels(application);
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (answer !== null) return children(answer);
  return (
    <>
      <Button size="small" className="noPrint" onClick={() => setAsking(true)}>
        {title}
      </Button>
      {asking ? (
        <FormModal<{ readonly reason: string }, Answer>
          title={title}
          ok={t('reveal')}
          invalidates="readings"
          send={({ reason }) => reveal(reason)}
          onClose={() => setAsking(false)}
          onDone={(given) => {
            setAnswer(given);
            setAsking(false);
          }}
        >
          <p className="quiet">{t('revealLead')}</p>
          <RequiredReason label={t('revealReason')} missing={t('revealReasonMissing')} maxLength={500} />
        </FormModal>
      ) : null}
    </>
  );
}
