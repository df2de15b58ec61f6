import { Alert, Checkbox, Form } from 'antd';
import type { Action, Application } from '../../api/applications.js';
import { useLaw } from '../../api/law.js';
import { acts } from '../../labels/acts.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';

/** The target statuses of an act by the law, and whether all of them are final. */
export function useTargets(application: Pick<Application, 'status' | 'statuses'>, event: Action['event']) {
  const law = useLaw();
  const row = law?.events.find((one) => one.status === application.status && one.event === event);
  // By the names and only those statuses that the application's track and campaign have.
  const targets = (row?.to ?? []).flatMap((name) => {
    const known = law?.statuses.find((one) => one.name === name);
    const planned = application.statuses.findLast((one) => one.name === name);
    return known && planned ? [{ ...known, zh: planned.zh, en: planned.en }] : [];
  });
  const elsewhere = targets.filter(({ name }) => name !== application.status);
  return { targets: elsewhere, ends: elsewhere.length > 0 && targets.every(({ final }) => final) };
}

/** States where an act leads; an act that can only end the application needs an explicit confirmation. */
export function Consequences({ application, action }: { readonly application: Application; readonly action: Action }) {
  const t = useLabels(acts);
  const localize = useLocalized();
  const { targets, ends } = useTargets(application, action.event);
  if (targets.length === 0) return null;
  const statuses = targets.map(localize).join(' / ');
  if (!ends) {
    const some = targets.some(({ final }) => final);
    return <p className="quiet">{t(some ? 'mayEnd' : 'leads', { statuses })}</p>;
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('ends', { statuses })}
        description={targets.map(({ name, help }) => <div key={name}>{localize(help)}</div>)}
        style={{ marginBlockEnd: 12 }}
      />
      <Form.Item
        name="understood"
        valuePropName="checked"
        rules={[
          { validator: async (_, yes) => (yes === true ? undefined : Promise.reject(new Error(t('understandFirst')))) },
        ]}
      >
        <Checkbox>{t('understood')}</Checkbox>
      </Form.Item>
    </>
  );
}
