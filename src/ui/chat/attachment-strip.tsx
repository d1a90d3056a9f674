/** @file The images of a turn, each opening at full size. */
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import type { Attachment } from '../../clinic/conversation.ts';
import { Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
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
  const [isViewed, setIsViewed] = useState(false);
  const { name, widthPx, heightPx, caption } = attachment;
  if (image.kind === 'missing') {
    return (
      <p className={css.missing}>
        <ImageOff size={16} aria-hidden /> {strings.imageMissing(name)}
      </p>
    );
  }
  if (image.kind === 'reading') return <div className={css.reading} aria-hidden />;
  return (
    <>
      <button
        type="button"
        className={css.thumbnail}
        aria-label={strings.viewImage(name)}
        onClick={() => setIsViewed(true)}
      >
        <img src={image.url} alt={name} width={widthPx} height={heightPx} />
      </button>
      {caption !== undefined && <p className={css.caption}>{caption}</p>}
      <Modal
        isOpen={isViewed}
        onClose={() => setIsViewed(false)}
        title={`${name} · ${widthPx} × ${heightPx}`}
        shape="picture"
      >
        <img className={css.full} src={image.url} alt={name} />
      </Modal>
    </>
  );
}
