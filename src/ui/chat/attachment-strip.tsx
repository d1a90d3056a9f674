/** @file The images of a turn, each opening in the viewer. */
import { ImageOff } from 'lucide-react';
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import type { Attachment } from '../../clinic/conversation.ts';
import { useStrings } from '../strings/use-strings.ts';
import { useOpenViewer } from '../viewer/open-viewer.ts';
import css from './attachment-strip.module.css';
import { useAttachmentUrl } from './use-attachment-url.ts';

interface AttachmentStripProps {
  readonly attachments: readonly Attachment[];
}

export function AttachmentStrip({ attachments }: AttachmentStripProps) {
  const strings = useStrings();
  return (
    <ul className={css.strip} aria-label={strings.attachedImages}>
      {attachments.map((attachment, index) => (
        <li key={`${index}:${attachment.sha256}`}>
          <AttachedImage attachment={attachment} />
        </li>
      ))}
    </ul>
  );
}

function AttachedImage({ attachment }: { readonly attachment: Attachment }) {
  const strings = useStrings();
  const image = useAttachmentUrl(attachment.sha256);
  const openViewer = useOpenViewer();
  const { widthPx, heightPx, caption, sha256 } = attachment;
  const name = withoutBidiControls(attachment.name);
  if (image.kind === 'missing') {
    return (
      <p className={css.missing}>
        <ImageOff size={16} aria-hidden /> {strings.imageMissing(name)}
      </p>
    );
  }
  if (image.kind === 'reading') return <Room {...attachment} />;
  return (
    <>
      <button
        type="button"
        className={css.thumbnail}
        aria-label={strings.viewImage(name)}
        onClick={() => openViewer(sha256)}
      >
        <img src={image.url} alt={name} width={widthPx} height={heightPx} />
      </button>
      {caption !== undefined && (
        <p className={css.caption}>{withoutBidiControls(caption)}</p>
      )}
    </>
  );
}

/** As large as the image will be, so that nothing moves when it comes. */
function Room({ widthPx, heightPx }: Attachment) {
  const size = `0 0 ${widthPx} ${heightPx}`;
  return (
    <div className={css.thumbnail} aria-hidden>
      <svg className={css.room} viewBox={size} width={widthPx} height={heightPx} />
    </div>
  );
}
