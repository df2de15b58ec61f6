import { Button } from 'antd';
import { useConfig } from '../api/config.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';

interface Props {
  readonly onChosen: (chosen: { readonly email: string; readonly password: string }) => void;
}

/** The accounts of a demo installation; nothing is shown in a real one. */
export function DemoAccounts({ onChosen }: Props) {
  const t = useLabels(account);
  const demo = useConfig()?.demo;
  if (!demo?.length) return null;
  return (
    <section className="demoAccounts" aria-label={t('demo')}>
      <h2>{t('demo')}</h2>
      <span className="quiet">{t('demoMore')}</span>
      <ul>
        {demo.map(({ email, password, role, name }) => (
          <li key={email}>
            <Button onClick={() => onChosen({ email, password })}>
              <span>{role}</span>
              <span className="quiet">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
