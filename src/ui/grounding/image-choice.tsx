/** @file A button for one of several images; with one image it is a plain button. */
import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import type { Attachment } from '../../clinic/conversation.ts';
import { Button, join } from '../controls/button.tsx';
import buttonCss from '../controls/button.module.css';
import menu from '../controls/menu.module.css';
import { useStrings } from '../strings/use-strings.ts';
import css from './grounding.module.css';

interface ImageChoiceProps {
  /** At least one. */
  readonly images: readonly Attachment[];
  onChoose(image: Attachment): void;
  /** What the button says. */
  readonly children: ReactNode;
}

export function ImageChoice({ images, onChoose, children }: ImageChoiceProps) {
  const strings = useStrings().pictures;
  const [only, ...others] = images;
  if (only !== undefined && others.length === 0) {
    return <Button onClick={() => onChoose(only)}>{children}</Button>;
  }
  return (
    <Menu.Root>
      <Menu.Trigger className={join(buttonCss.button, buttonCss.plain)}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} align="start" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            <Menu.Group>
              <Menu.GroupLabel className={menu.groupLabel}>
                {strings.whichImage}
              </Menu.GroupLabel>
              {images.map((image) => (
                <Menu.Item
                  key={image.sha256}
                  className={join(menu.item, css.image)}
                  onClick={() => onChoose(image)}
                >
                  <bdi>{image.name}</bdi>
                </Menu.Item>
              ))}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
