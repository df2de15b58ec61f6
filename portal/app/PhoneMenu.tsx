import { Drawer } from 'antd';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { AppearanceButtons } from './AppearanceButtons.js';
import { RoleSwitcher } from './RoleSwitcher.js';
import { SideMenu } from './SideMenu.js';

/** On a phone: role, pages, language and appearance in a drawer. */
export function PhoneMenu({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useLabels(common);
  return (
    <Drawer title={t('product')} placement="left" size={288} open={open} onClose={onClose}>
      <div className="stack">
        <RoleSwitcher />
        <SideMenu onChosen={onClose} />
        <div className="row">
          <AppearanceButtons />
        </div>
      </div>
    </Drawer>
  );
}
