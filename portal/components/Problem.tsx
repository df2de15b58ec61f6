import { Alert, Button } from 'antd';
import { ConnectionLost, problemIn } from '../api/problem.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { problem as area } from '../labels/problem.js';
import { BilingualText } from './dossier/BilingualText.js';
import { type FieldName, ProblemDetails } from './ProblemDetails.js';

interface Props {
  readonly error: unknown;
  /** shows a retry button */
  readonly onRetry?: () => void;
  /** names a refused field for people; absent: it is shown as the API calls it */
  readonly fieldName?: FieldName;
}

/** A refusal or failure in place: the message, its clause, and what to do. */
export function Problem({ error, onRetry, fieldName }: Props) {
  const t = useLabels(area);
  const tCommon = useLabels(common);
  const body = problemIn(error);
  const lost = error instanceof ConnectionLost;
  return (
    <Alert
      role="alert"
      showIcon
      type={body === null ? 'warning' : 'error'}
      title={body ? <BilingualText zh={body.detail} en={body.detailEn} /> : t(lost ? 'lost' : 'unknown')}
      description={body ? <ProblemDetails problem={body} fieldName={fieldName} /> : lost ? t('lostMore') : undefined}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {tCommon('retry')}
          </Button>
        )
      }
    />
  );
}
