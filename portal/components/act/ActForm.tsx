import { Form } from 'antd';
import type { FormName } from '../../../rules/application/act.js';
import type { Receipt } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { useLabels } from '../../labels/labelArea.js';
import { ActDialog } from './ActDialog.js';
import { type FormValues, forms, nothing } from './forms.js';
import { useDraft } from './useDraft.js';
import { useSendAct } from './useSendAct.js';

interface Props {
  readonly application: Application;
  readonly action: Action;
  /** initial values known to the page; an unsent draft takes precedence */
  readonly prefilled?: FormValues;
  readonly onClose: () => void;
  readonly onDone?: (receipt: Receipt) => void;
}

/** The form of one act, by what the law says it takes; a refusal is shown in place and loses no input. */
export function ActForm({ application, action, prefilled = {}, onClose, onDone }: Props) {
  const t = useLabels(acts);
  const [form] = Form.useForm<FormValues>();
  const draft = useDraft(application.id, action.event);
  const { send, error, busy } = useSendAct(application, action);
  const { Fields, bodyOf } = forms[action.takes as FormName] ?? nothing;

  async function finish({ understood: _, ...typed }: FormValues) {
    const receipt = await send(bodyOf(typed));
    if (receipt === null) return;
    draft.forget();
    onDone?.(receipt);
    onClose();
  }
  return (
    <ActDialog<FormValues>
      application={application}
      action={action}
      error={error}
      busy={busy}
      form={form}
      initialValues={{ ...prefilled, ...draft.initial }}
      onValuesChange={(_, { understood: __, ...typed }) => draft.keep(typed)}
      onClose={onClose}
      onFinish={finish}
    >
      {draft.found ? <p className="quiet">{t('kept')}</p> : null}
      <Fields application={application} />
    </ActDialog>
  );
}
