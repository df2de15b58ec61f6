import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Action } from '../../api/applications.js';
import { acts } from '../../labels/acts.js';
import { common } from '../../labels/common.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';
import { DeadlineExplained } from '../deadline/DeadlineExplained.js';
import { BilingualText } from '../dossier/BilingualText.js';
import { PressedPopover } from '../PressedPopover.js';

/** A button of an act that is not possible now: it stays focusable and explains why. */
export function RefusedAction({ action }: { readonly action: Action }) {
  const t = useLabels(acts);
  const mark = useMarks();
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const { refusal } = action;
  return (
    <PressedPopover
      title={t('notNow')}
      styles={{ root: { maxWidth: 'min(440px, calc(100vw - 32px))' } }}
      content={
        <div>
          <div>{refusal && <BilingualText zh={refusal.message} en={refusal.messageEn} />}</div>
          <div className="quiet">
            {tCommon('clause')}
            {mark.colon}
            <span lang="zh-CN">{refusal?.clause ?? action.clause}</span>
          </div>
          {refusal?.deadline ? <DeadlineExplained deadline={refusal.deadline} /> : null}
        </div>
      }
    >
      <Button variant="filled" color="default" icon={<LockOutlined />} style={{ color: 'var(--portal-quiet)' }}>
        {localize(action)}
        <span className="visuallyHidden">（{t('notNow')}）</span>
      </Button>
    </PressedPopover>
  );
}
