/** @file What was true of a synthetic patient all along, beside what the model found out. */
import { Check, CircleHelp, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Truth } from '../../app/demonstrations.ts';
import { describeProblem, type Problem } from '../../app/problem.ts';
import { currentSyntheticPatient } from '../../app/selectors.ts';
import { useApp, useSelected } from '../app-context.ts';
import { type DialogProps, Modal } from '../controls/modal.tsx';
import { ErrorText } from '../status/error-text.tsx';
import type { DemonstrationStrings } from '../strings/demonstration-en.ts';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './demonstration.module.css';

export function TruthDialog({ isOpen, onClose }: DialogProps) {
  const strings = useStrings().demonstration;
  return (
    <Modal
      isOpen={isOpen}
      onClose={onClose}
      title={strings.truth}
      description={strings.truthWhy}
      shape="wide"
    >
      <Revealed />
    </Modal>
  );
}

function Revealed() {
  const { truth, problem } = useTruth();
  const spoken = useSelected((state) => currentSyntheticPatient(state)?.language);
  if (problem !== undefined) return <ErrorText error={problem.record} />;
  if (truth === undefined) return null;
  return (
    <div lang={spoken}>
      <Conclusion truth={truth} />
      <Found truth={truth} />
    </div>
  );
}

interface TruthProps {
  readonly truth: Truth;
}

function Conclusion({ truth }: TruthProps) {
  const strings = useStrings().demonstration;
  return (
    <dl className={css.facts}>
      <Fact name={strings.diagnosis}>
        <b>{truth.diagnosis}</b> ({truth.icd10}) · {truth.department}
      </Fact>
      <Fact name={strings.named}>
        {truth.named.length === 0 ? strings.namedNothing : <Named truth={truth} />}
      </Fact>
      <Fact name={strings.urgency}>{truth.urgency}</Fact>
      <Fact name={strings.images}>
        <ul className={css.lines}>
          {truth.images.map(({ name, shows }) => (
            <li key={name}>
              {name}: {shows}
            </li>
          ))}
        </ul>
      </Fact>
    </dl>
  );
}

function Named({ truth }: TruthProps) {
  const strings = useStrings().demonstration;
  return (
    <ol className={css.lines}>
      {truth.named.map(({ name, isRight }) => (
        <li key={name} className={css.fact}>
          {isRight ? (
            <Check size={15} aria-label={strings.right} className={css.right} />
          ) : (
            <X size={15} aria-label={strings.wrong} className={css.wrong} />
          )}
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}

function Found({ truth: { needed, redFlags } }: TruthProps) {
  const strings = useStrings().demonstration;
  const language = useLanguage();
  const asked = needed.filter(({ how }) => how !== 'missed').length;
  return (
    <dl className={css.facts}>
      <Fact name={strings.redFlags}>
        {redFlags.length === 0 ? strings.noRedFlags : <Facts facts={redFlags} />}
      </Fact>
      <Fact
        name={`${strings.needed} (${strings.askedOf(
          formatCount(asked, language),
          formatCount(needed.length, language),
        )})`}
      >
        <Facts facts={needed} />
      </Fact>
    </dl>
  );
}

function Facts({ facts }: { readonly facts: Truth['needed'] }) {
  const strings = useStrings().demonstration;
  return (
    <ul className={css.lines}>
      {facts.map(({ words, isPresent, how }) => (
        <li key={words} className={css.fact}>
          {how === 'missed' ? (
            <CircleHelp size={15} aria-hidden className={css.missed} />
          ) : (
            <Check size={15} aria-hidden className={css.right} />
          )}
          <span>
            {words}: {hasIt(isPresent, strings)}{' '}
            <span className={css.how}>({strings.how[how]})</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function hasIt(isPresent: boolean | undefined, { has }: DemonstrationStrings): string {
  return isPresent === undefined ? has.unsure : isPresent ? has.yes : has.no;
}

function Fact({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** As it is when the dialog opens. */
function useTruth() {
  const app = useApp();
  const [truth, setTruth] = useState<Truth>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let isShown = true;
    app.revealTruth().then(
      (revealed) => isShown && setTruth(revealed),
      (error: unknown) => isShown && setProblem(describeProblem(error)),
    );
    return () => {
      isShown = false;
    };
  }, [app]);
  return { truth, problem };
}
