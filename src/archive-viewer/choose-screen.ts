/** @file Where an archive is chosen and its passphrase is typed. */
import { button, element } from './element.ts';
import type { Problem, ViewerStrings } from './strings.ts';

export interface Choice {
  readonly file: File | undefined;
  readonly problem: Problem | undefined;
  /** The archive was open and closed by itself. */
  readonly isClosedByItself: boolean;
  /** Consultations that could be read of a damaged archive. */
  readonly readable: number;
}

export interface ChoiceActions {
  readonly choose: (file: File) => void;
  readonly open: (file: File, typed: string) => void;
  readonly showReadable: () => void;
}

export function chooseScreen(
  strings: ViewerStrings,
  choice: Choice,
  actions: ChoiceActions,
): HTMLElement {
  const { problem, readable } = choice;
  const isWrongWord = problem === 'passphrase';
  return element(
    'main',
    { className: 'choose' },
    element('h1', {}, strings.title),
    element('p', { className: 'soft' }, strings.intro),
    choice.isClosedByItself
      ? element('p', { className: 'notice', role: 'status' }, strings.closedByItself)
      : undefined,
    fileField(strings, choice.file, actions),
    problem === undefined || isWrongWord
      ? undefined
      : problemNotice(strings.problems[problem]),
    readable > 0
      ? button(strings.showReadable(readable), actions.showReadable)
      : undefined,
    choice.file === undefined
      ? undefined
      : passphraseForm(strings, isWrongWord, (typed) => {
          if (choice.file !== undefined) actions.open(choice.file, typed);
        }),
  );
}

/** While the passphrase is stretched and the archive is read. */
export function openingScreen(
  strings: ViewerStrings,
  file: File,
): { readonly screen: HTMLElement; readonly show: (part: number) => void } {
  const progress = element('progress', { max: 1, ariaLabel: strings.opening });
  const text = element('p', { role: 'status' }, strings.opening);
  const screen = element(
    'main',
    { className: 'choose' },
    element('h1', {}, strings.title),
    element('p', { className: 'file-name' }, file.name),
    progress,
    text,
  );
  const show = (part: number): void => {
    const said = strings.reading(Math.floor(part * 100));
    progress.value = part;
    if (text.textContent !== said) text.textContent = said;
  };
  return { screen, show };
}

function fileField(
  strings: ViewerStrings,
  file: File | undefined,
  { choose }: ChoiceActions,
): HTMLElement {
  const input = element('input', {
    type: 'file',
    hidden: true,
    ariaLabel: strings.file,
  });
  input.addEventListener('change', () => {
    const [picked] = input.files ?? [];
    if (picked !== undefined) choose(picked);
  });
  const isChosen = file !== undefined;
  return element(
    'div',
    { className: isChosen ? 'file chosen' : 'file' },
    input,
    isChosen ? element('span', { className: 'file-name' }, file.name) : undefined,
    button(isChosen ? strings.chooseAnother : strings.choose, () => input.click(), {
      className: isChosen ? '' : 'primary',
    }),
    isChosen ? undefined : element('span', { className: 'soft' }, strings.orDrop),
  );
}

function passphraseForm(
  strings: ViewerStrings,
  isWrong: boolean,
  open: (typed: string) => void,
): HTMLElement {
  const input = element('input', {
    type: 'password',
    id: 'passphrase',
    autocomplete: 'off',
    required: true,
    spellcheck: false,
    ariaInvalid: String(isWrong),
  });
  input.setAttribute('aria-describedby', 'passphrase-says');
  const says = isWrong
    ? element('p', { role: 'alert', className: 'wrong' }, strings.problems.passphrase)
    : element('p', { className: 'soft' }, strings.passphraseHint);
  says.id = 'passphrase-says';
  const form = element(
    'form',
    {},
    element('label', { htmlFor: 'passphrase' }, strings.passphrase),
    input,
    says,
    element('button', { type: 'submit', className: 'primary' }, strings.open),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open(input.value);
  });
  queueMicrotask(() => input.focus());
  return form;
}

function problemNotice(text: string): HTMLElement {
  return element('p', { className: 'notice wrong', role: 'alert' }, text);
}
