import { Alert, Button } from 'antd';
import { ConnectionLost, problemIn } from '../api/problem.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { problem as area } from '../words/problem.js';
import { Told } from './dossier/Told.js';
import { ProblemDetails } from './ProblemDetails.js';

interface Props {
  readonly error: unknown;
  /** offers to try again */
  readonly onRetry?: () => void;
}

/** A refusal or failure in place: what is wrong, on which clause it rests, and what to do. */
export function Problem({ error, onRetry }: Props) {
  const t = useWords(area);
  const words = useWords(common);
  const body = problemIn(error);
  const lost = error instanceof ConnectionLost;
  return (
    <Alert
      role="alert"
      showIcon
      type={body === null ? 'warning' : 'error'}
      title={body ? <Told zh={body.detail} en={body.detailEn} /> : t(lost ? 'lost' : 'unknown')}
      description={body ? <ProblemDetails problem={body} /> : lost ? t('lostMore') : undefined}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {words('retry')}
          </Button>
        )
      }
    />
  );
}
