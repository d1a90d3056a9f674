/** @file Under an answer that points at places of an image: the way to see them on it. */
import { Menu } from '@base-ui/react/menu';
import { SquareDashedMousePointer } from 'lucide-react';
import { useMemo } from 'react';
import { currentMessages } from '../../app/selectors.ts';
import type { Attachment, Message } from '../../clinic/conversation.ts';
import { readGrounding } from '../../clinic/grounding.ts';
import { useApp, useSelected } from '../app-context.ts';
import { Button, join } from '../controls/button.tsx';
import buttonCss from '../controls/button.module.css';
import menu from '../controls/menu.module.css';
import { useStrings } from '../strings/use-strings.ts';
import { useOpenViewer } from '../viewer/open-viewer.ts';
import css from './grounding.module.css';

export function ShowOnImage({ message }: { readonly message: Message }) {
  const strings = useStrings().pictures;
  const app = useApp();
  const { id, text } = message;
  const places = useMemo(() => readGrounding(text), [text]);
  const hasImages = useSelected(
    (state) => places.length > 0 && imagesOf(currentMessages(state), id).length > 0,
  );
  if (places.length === 0 || !hasImages) return null;
  const images = imagesOf(currentMessages(app.state.getState()), id);
  return (
    <p className={css.line}>
      <span>{strings.pointsAt(places.length)}</span>
      <ImageChoice images={images} places={places} />
    </p>
  );
}

interface ImageChoiceProps {
  /** At least one, the latest first. */
  readonly images: readonly Attachment[];
  readonly places: ReturnType<typeof readGrounding>;
}

function ImageChoice({ images, places }: ImageChoiceProps) {
  const strings = useStrings().pictures;
  const openViewer = useOpenViewer();
  const icon = <SquareDashedMousePointer size={16} aria-hidden />;
  const [only, ...others] = images;
  if (only !== undefined && others.length === 0) {
    return (
      <Button onClick={() => openViewer(only.sha256, places)}>
        {icon} {strings.showOnImage}
      </Button>
    );
  }
  return (
    <Menu.Root>
      <Menu.Trigger className={join(buttonCss.button, buttonCss.plain)}>
        {icon} {strings.showOnImage}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} align="start" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            <Menu.Group>
              <Menu.GroupLabel className={menu.groupLabel}>
                {strings.whichImage}
              </Menu.GroupLabel>
              {images.map(({ sha256, name }) => (
                <Menu.Item
                  key={sha256}
                  className={join(menu.item, css.image)}
                  onClick={() => openViewer(sha256, places)}
                >
                  <bdi>{name}</bdi>
                </Menu.Item>
              ))}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The images that the answer was given, the latest first, each once. */
function imagesOf(
  messages: readonly Message[],
  answerId: string,
): readonly Attachment[] {
  const end = messages.findIndex(({ id }) => id === answerId);
  const bySha = new Map<string, Attachment>();
  for (const { attachments } of messages.slice(0, Math.max(0, end)).toReversed()) {
    for (const image of attachments.toReversed()) {
      if (!bySha.has(image.sha256)) bySha.set(image.sha256, image);
    }
  }
  return [...bySha.values()];
}
