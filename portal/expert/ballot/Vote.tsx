import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Choice, choiceLabels, choices } from '../../../rules/meeting/ballot/choices.js';
import { Label } from '../../components/Label.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { meeting } from '../../labels/meeting.js';
import { MEETING, type Motion } from '../../meeting/meetingQueries.js';
import { castVote } from './castVote.js';
import type { StoredVote, Voting } from './storedVotes.js';

interface Props {
  readonly voting: Voting;
  readonly motion: Motion;
  /** the vote as kept on this device */
  readonly vote: StoredVote | undefined;
  readonly onCast: () => void;
}

/** The ballot of one application: the candidate, the three choices, and a confirmation. */
export function Vote({ voting, motion, vote, onCast }: Props) {
  const t = useLabels(meeting);
  const { application, round } = motion;
  return (
    <Panel title={t('current')}>
      <p className="ballotName" lang="zh-CN">
        {application.applicantName}
      </p>
      <p className="quiet" lang="zh-CN">
        {application.unitName} · {application.specialty}
      </p>
      <p>
        {round > 1 ? <Label>{t('round', { n: round })}</Label> : null}{' '}
        <Link to={`/applications/${application.id}`}>{t('dossier')}</Link>
      </p>
      <Paper voting={voting} motion={motion} vote={vote} onCast={onCast} />
    </Panel>
  );
}

function Paper({ voting, motion, vote, onCast }: Props) {
  const t = useLabels(meeting);
  if (vote !== undefined && vote.state !== 'blinded') {
    return <p role="status">{t(vote.state === 'signed' ? 'casting' : 'held')}</p>;
  }
  if (motion.papers === null) return <p>{t('notHere')}</p>;
  if (motion.papers === 'given' && vote === undefined) return <p>{t('otherDevice')}</p>;
  if (!window.isSecureContext) return <p>{t('secureOnly')}</p>;
  return <Choose voting={voting} motion={motion} onCast={onCast} />;
}

function Choose({ voting, motion, onCast }: Omit<Props, 'vote'>) {
  const t = useLabels(meeting);
  const localize = useLocalized();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Choice | null>(null);
  const casting = useMutation({
    mutationFn: (choice: Choice) => castVote(voting, motion, choice),
    onSettled: async () => {
      onCast();
      await client.invalidateQueries({ queryKey: [MEETING] });
    },
  });
  return (
    <>
      <p className="quiet">{t('secret')}</p>
      {chosen === null ? (
        <div className="ballotChoices">
          {choices.map((choice) => (
            <Button key={choice} block onClick={() => setChosen(choice)}>
              {localize(choiceLabels[choice])}
            </Button>
          ))}
        </div>
      ) : (
        <>
          <p className="ballotName" aria-live="polite">
            {t('chosen', { choice: localize(choiceLabels[chosen]) })}
          </p>
          <div className="row">
            <Button type="primary" size="large" loading={casting.isPending} onClick={() => casting.mutate(chosen)}>
              {t('cast')}
            </Button>
            <Button size="large" disabled={casting.isPending} onClick={() => setChosen(null)}>
              {t('choose')}
            </Button>
          </div>
        </>
      )}
      {casting.error === null ? null : <Problem error={casting.error} />}
    </>
  );
}
