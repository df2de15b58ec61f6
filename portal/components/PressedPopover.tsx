import type { ButtonProps, PopoverProps } from 'antd';
import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react';

const Popover = lazy(async () => ({ default: (await import('./popover.js')).Popover }));

interface Props extends Pick<PopoverProps, 'title' | 'content' | 'placement' | 'styles'> {
  readonly children: ReactElement<ButtonProps>;
  /** Controls visibility from outside, when the button alone is not enough. */
  readonly visibility?: { readonly open: boolean; readonly set: (open: boolean) => void };
}

/**
 * Ant Design's Popover under a button. It is loaded on the first press, to keep the first page small on a slow line.
 * The button keeps the focus when the popover takes over.
 */
export function PressedPopover({ children, visibility, ...popover }: Props) {
  const [pressed, setPressed] = useState(false);
  const press = () => {
    setPressed(true);
    visibility?.set(true);
  };
  if (!pressed) return cloneElement(children, { onClick: press });
  const button = cloneElement(children, { autoFocus: true });
  const state = visibility ? { open: visibility.open, onOpenChange: visibility.set } : { defaultOpen: true };
  return (
    <Suspense fallback={button}>
      <Popover trigger={['click']} {...state} {...popover}>
        {button}
      </Popover>
    </Suspense>
  );
}
