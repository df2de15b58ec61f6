import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { PressedPopover } from '../components/PressedPopover.js';
import './menu.css';

interface Props {
  /** accessible name of the button */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly head?: ReactNode;
  readonly items: readonly {
    readonly key: string;
    readonly label: ReactNode;
    readonly chosen?: boolean;
    readonly onClick: () => void;
  }[];
}

/** A header button with a menu of choices. */
export function PopupMenu({ label, icon, children, head, items }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <PressedPopover
      placement="bottomRight"
      visibility={{ open, set: setOpen }}
      title={head}
      content={
        <ul className="popupMenu">
          {items.map(({ key, label: labels, chosen = false, onClick }) => (
            <li key={key}>
              <Button
                type="text"
                aria-current={chosen ? 'true' : undefined}
                style={chosen ? { background: 'var(--portal-chosen)', color: 'var(--portal-chosenText)' } : {}}
                onClick={() => {
                  setOpen(false);
                  onClick();
                }}
              >
                {labels}
              </Button>
            </li>
          ))}
        </ul>
      }
    >
      <Button type="text" icon={icon} aria-label={label} aria-haspopup="dialog" aria-expanded={open}>
        {children}
      </Button>
    </PressedPopover>
  );
}
