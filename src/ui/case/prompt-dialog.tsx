/** @file The exact prompt: every token's text as the model reads it, to be looked at and copied. */
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExactPrompt, PromptOf } from '../../app/exact-prompt.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { ErrorText } from '../status/error-text.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './case.module.css';

type Spelled = Extract<ExactPrompt, { kind: 'spelled' }>;
type Piece = Spelled['prompt']['pieces'][number];

interface PromptDialogProps {
  /** Undefined while it is closed. */
  readonly of: PromptOf | undefined;
  onClose(): void;
}

export function PromptDialog({ of, onClose }: PromptDialogProps) {
  const strings = useStrings().case;
  return (
    <Modal
      isOpen={of !== undefined}
      onClose={onClose}
      title={of?.kind === 'answer' ? strings.pastPrompt : strings.nextPrompt}
      description={strings.promptWhy}
      shape="wide"
    >
      {of !== undefined && <Prompt of={of} />}
    </Modal>
  );
}

function Prompt({ of }: { readonly of: PromptOf }) {
  const app = useApp();
  const strings = useStrings().case;
  const [exact, setExact] = useState<ExactPrompt>();
  useEffect(() => {
    let isWanted = true;
    void app.exactPrompt(of).then((made) => {
      if (isWanted) setExact(made);
    });
    return () => {
      isWanted = false;
    };
  }, [app, of]);
  if (exact === undefined) return <p role="status">{strings.promptReading}</p>;
  if (exact.kind === 'spelled') return <SpelledText exact={exact} />;
  return (
    <>
      <p>{strings.promptNeedsModel}</p>
      <ErrorText error={exact.problem.record} />
    </>
  );
}

function SpelledText({ exact }: { readonly exact: Spelled }) {
  const strings = useStrings().case;
  const language = useLanguage();
  const { prompt, thenTokens, isSystemKnown, names } = exact;
  const isOther = thenTokens !== undefined && thenTokens !== prompt.tokens;
  const sayImage = useImageWords(names);
  return (
    <>
      <p className={css.count} role="status">
        {strings.promptTokens(formatCount(prompt.tokens, language))}
      </p>
      {!isSystemKnown && <p className={css.why}>{strings.promptUnknownThen}</p>}
      {isOther && (
        <p className={css.why}>
          {strings.promptDiffers(formatCount(thenTokens, language))}
        </p>
      )}
      <pre className={css.prompt} tabIndex={0} aria-label={strings.exactPrompt}>
        {prompt.pieces.map((piece, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- pieces never move
          <PieceText key={at} piece={piece} sayImage={sayImage} />
        ))}
      </pre>
      <CopyPrompt
        text={prompt.pieces
          .map((piece) =>
            piece.kind === 'image' ? `[${sayImage(piece)}]` : piece.text,
          )
          .join('')}
      />
    </>
  );
}

type ImagePiece = Extract<Piece, { kind: 'image' }>;

/** "film.png, image: 32 × 24 patches, 192 tokens". */
function useImageWords(names: ReadonlyMap<string, string>) {
  const strings = useStrings().case;
  const language = useLanguage();
  return ({ sha256, gridThw: [, height, width], tokens }: ImagePiece): string => {
    const name = names.get(sha256);
    const words = strings.promptImage(
      `${width} × ${height}`,
      formatCount(tokens, language),
    );
    return name === undefined ? words : `${name}, ${words}`;
  };
}

interface PieceTextProps {
  readonly piece: Piece;
  readonly sayImage: (piece: ImagePiece) => string;
}

function PieceText({ piece, sayImage }: PieceTextProps) {
  if (piece.kind === 'text') return <bdi>{piece.text}</bdi>;
  return (
    <span className={css.special}>
      {piece.kind === 'image' ? sayImage(piece) : piece.text}
    </span>
  );
}

function CopyPrompt({ text }: { readonly text: string }) {
  const strings = useStrings().case;
  const { noteCopied } = useApp().actions;
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    noteCopied();
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 2000);
  };
  return (
    <ModalButtons>
      <Button look="primary" onClick={() => void copy()}>
        {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}{' '}
        {isCopied ? strings.copied : strings.copyPrompt}
      </Button>
    </ModalButtons>
  );
}
