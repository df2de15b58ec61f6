import { CheckCircleOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { applicant } from '../../labels/applicant.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import './form.css';
import type { useFormDraft } from './useFormDraft.js';

const clock = (ms: number) => new Date(ms + 8 * 3600_000).toISOString().slice(11, 16);

/** Whether the input is saved, and since when: "已保存 18:03" (Beijing time). */
export function SaveState({ form }: { readonly form: ReturnType<typeof useFormDraft> }) {
  const t = useLabels(applicant);
  const tCommon = useLabels(common);
  const { state, savedAt, errors, draft } = form;
  const wrong = Object.keys(errors).length;
  const at = savedAt === null ? '' : clock(savedAt);
  const description =
    state === 'saved' ? (wrong > 0 ? t('savedWrong', { at, n: wrong }) : t('saved', { at })) : t(state);
  return (
    <span className="saveState noPrint">
      {state === 'offline' ? (
        <DisconnectOutlined aria-hidden />
      ) : state === 'refused' || (state === 'saved' && wrong > 0) ? (
        <WarningOutlined aria-hidden />
      ) : state === 'saved' ? (
        <CheckCircleOutlined aria-hidden style={{ color: 'var(--portal-good)' }} />
      ) : (
        <CloudSyncOutlined aria-hidden />
      )}
      <span role="status" className="quiet">
        {description}
      </span>
      {state === 'offline' || state === 'refused' ? (
        <Button size="small" onClick={() => void draft.save()}>
          {tCommon('retry')}
        </Button>
      ) : null}
    </span>
  );
}
