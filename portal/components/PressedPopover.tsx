import type { ButtonProps, PopoverProps } from 'antd';
import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react';

const Popover = lazy(async () => ({ default: (await import('./popover.js')).Popover }));

interface Props extends Pick<PopoverProps, 'title' | 'content' | 'placement' | 'styles'> {
  readonly children: ReactElement<ButtonProps>;
  /** Who shows and hides it, when the button alone does not. */
  readonly shown?: { readonly open: boolean; readonly set: (open: boolean) => void };
}

/**
 * The library's popover, under a button that opens it. It is fetched when somebody first presses one: the first page, read
 * over a slow line, does without. The button keeps the focus when the popover takes it over.
 */
export function PressedPopover({ children, shown, ...popover }: Props) {
  const [pressed, setPressed] = useState(false);
  const press = () => {
    setPressed(true);
    shown?.set(true);
  };
  if (!pressed) return cloneElement(children, { onClick: press });
  const button = cloneElement(children, { autoFocus: true });
  const state = shown ? { open: shown.open, onOpenChange: shown.set } : { defaultOpen: true };
  return (
    <Suspense fallback={button}>
      <Popover trigger={['click']} {...state} {...popover}>
        {button}
      </Popover>
    </Suspense>
  );
}
