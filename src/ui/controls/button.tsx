/** @file Buttons: with words, and with an icon alone. */
import type { ComponentProps, ReactNode } from 'react';
import css from './button.module.css';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look;
}

export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={join(css.button, css[look], className)}
      {...rest}
    />
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Spoken, and shown while the pointer rests. */
  readonly label: string;
  readonly look?: Look;
  readonly children: ReactNode;
}

export function IconButton({
  label,
  look = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={join(css.button, css.icon, css[look], className)}
      {...rest}
    />
  );
}

/** The class names that are there. */
export function join(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
