import { Alert, Button } from 'antd';
import { useSearchParams } from 'react-router';
import { useConfig } from '../api/config.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import './singleSignOn.css';

/** The button that leads to the service of single sign-on, where there is one. */
export function SingleSignOn() {
  const label = useConfig()?.singleSignOn;
  const [parameters] = useSearchParams();
  if (!label) return null;
  const from = encodeURIComponent(parameters.get('from') ?? '/');
  return (
    <Button className="singleSignOn" size="large" block href={`/api/auth/single-sign-on?from=${from}`}>
      {label}
    </Button>
  );
}

const reasons = ['failed', 'unverified', 'unopened', 'bound', 'unknown'] as const;

/** Why single sign-on did not sign somebody in (`?sso=`), and what to do. */
export function SingleSignOnRefusal() {
  const t = useLabels(account);
  const [parameters] = useSearchParams();
  const reason = reasons.find((one) => one === parameters.get('sso'));
  if (reason === undefined) return null;
  return (
    <Alert
      className="singleSignOnRefusal"
      role="alert"
      type={reason === 'unknown' ? 'info' : 'warning'}
      showIcon
      title={t(`sso_${reason}`)}
    />
  );
}
