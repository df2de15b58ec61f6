import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Action } from '../../api/applications.js';
import { acts } from '../../words/acts.js';
import { useMarks, useSay, useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { DeadlineExplained } from '../deadline/DeadlineExplained.js';
import { Told } from '../dossier/Told.js';
import { PressedPopover } from '../PressedPopover.js';

/** A button for what is not possible now: it stays within reach of the keyboard and says why. */
export function RefusedAction({ action }: { readonly action: Action }) {
  const t = useWords(acts);
  const mark = useMarks();
  const words = useWords(common);
  const say = useSay();
  const { refusal } = action;
  return (
    <PressedPopover
      title={t('notNow')}
      styles={{ root: { maxWidth: 'min(440px, calc(100vw - 32px))' } }}
      content={
        <div>
          <div>{refusal && <Told zh={refusal.message} en={refusal.messageEn} />}</div>
          <div className="quiet">
            {words('clause')}
            {mark.colon}
            <span lang="zh-CN">{refusal?.clause ?? action.clause}</span>
          </div>
          {refusal?.deadline ? <DeadlineExplained deadline={refusal.deadline} /> : null}
        </div>
      }
    >
      <Button variant="filled" color="default" icon={<LockOutlined />} style={{ color: 'var(--portal-quiet)' }}>
        {say(action)}
        <span className="visuallyHidden">（{t('notNow')}）</span>
      </Button>
    </PressedPopover>
  );
}
