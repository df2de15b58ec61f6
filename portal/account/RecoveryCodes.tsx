import { Alert, Button } from 'antd';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';

interface Props {
  readonly codes: readonly string[];
  readonly onNoted: () => void;
}

/** New recovery codes, shown once. */
export function RecoveryCodes({ codes, onNoted }: Props) {
  const t = useLabels(account);
  return (
    <>
      <Alert type="warning" showIcon title={t('recoveryCodesMore')} />
      <ul className="recoveryCodes" aria-label={t('recoveryCodes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button type="primary" onClick={onNoted}>
          {t('noted')}
        </Button>
        <Button onClick={() => window.print()}>{t('printCodes')}</Button>
      </div>
    </>
  );
}
