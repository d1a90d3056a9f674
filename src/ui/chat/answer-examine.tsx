/** @file The way from an answer to how it was made, and what can be tried on it. */
import { Microscope } from 'lucide-react';
import { useState } from 'react';
import type { Message } from '../../clinic/conversation.ts';
import { IconButton } from '../controls/button.tsx';
import { Modal } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { AnswerLook } from './answer-look.tsx';
import { AnswerOriginFacts } from './answer-origin-facts.tsx';
import { AnswerReplay } from './answer-replay.tsx';

export function ExamineButton({ message }: { readonly message: Message }) {
  const strings = useStrings().examined;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton label={strings.open} onClick={() => setIsOpen(true)}>
        <Microscope size={16} aria-hidden />
      </IconButton>
      <Modal
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={strings.open}
        shape="wide"
      >
        <AnswerOriginFacts message={message} />
        <AnswerReplay message={message} />
        <AnswerLook message={message} />
      </Modal>
    </>
  );
}
