/** @file The pages of a document, small, to choose those that are attached. */
import { useState } from 'react';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { Modal, ModalButtons } from '../controls/modal.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './pages-dialog.module.css';
import { usePages } from './use-pages.ts';

/** So many are chosen before a person chooses: a page takes up to some thousands of tokens. */
const FIRST_CHOSEN = 3;
/** With more it is said that they fill the context. */
const MANY = 3;

interface PagesDialogProps {
  readonly file: File;
  onDone(): void;
}

/** Nothing is shown until the document is open; the only page of one is attached at once. */
export function PagesDialog({ file, onDone }: PagesDialogProps) {
  const strings = useStrings().pictures;
  const { addPages } = useActions();
  const { pageCount, thumbnails } = usePages(file, (count) => {
    if (count === 1) void addPages({ file, pages: [1], nameOf: () => file.name });
    if (count <= 1) onDone();
  });
  if (pageCount === undefined || pageCount === 1) return null;
  return (
    <Modal
      isOpen
      onClose={onDone}
      title={strings.pagesOf(file.name)}
      description={strings.choosePages(pageCount)}
      shape="wide"
    >
      <PageChooser
        name={file.name}
        pageCount={pageCount}
        thumbnails={thumbnails}
        onCancel={onDone}
        onAttach={(pages) => {
          const nameOf = (page: number) => strings.page(file.name, page);
          void addPages({ file, pages, nameOf });
          onDone();
        }}
      />
    </Modal>
  );
}

interface PageChooserProps {
  readonly name: string;
  readonly pageCount: number;
  readonly thumbnails: ReadonlyMap<number, string>;
  onCancel(): void;
  onAttach(pages: readonly number[]): void;
}

function PageChooser(props: PageChooserProps) {
  const { name, pageCount, thumbnails, onCancel, onAttach } = props;
  const strings = useStrings().pictures;
  const all = Array.from({ length: pageCount }, (_, index) => index + 1);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    new Set(all.slice(0, FIRST_CHOSEN)),
  );
  const toggle = (page: number) => {
    const next = new Set(chosen);
    if (!next.delete(page)) next.add(page);
    setChosen(next);
  };
  return (
    <>
      <div className={css.quick}>
        <Button look="quiet" onClick={() => setChosen(new Set(all))}>
          {strings.all}
        </Button>
        <Button look="quiet" onClick={() => setChosen(new Set())}>
          {strings.none}
        </Button>
      </div>
      <ul className={css.pages} aria-label={strings.pagesOf(name)}>
        {all.map((page) => (
          <li key={page} className={css.item}>
            <PageChoice
              page={page}
              url={thumbnails.get(page)}
              isChosen={chosen.has(page)}
              onToggle={() => toggle(page)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className={css.many}>
        {chosen.size > MANY && strings.manyPages}
      </p>
      <DialogButtons
        count={chosen.size}
        onCancel={onCancel}
        onAttach={() => onAttach(all.filter((page) => chosen.has(page)))}
      />
    </>
  );
}

interface PageChoiceProps {
  readonly page: number;
  readonly url: string | undefined;
  readonly isChosen: boolean;
  onToggle(): void;
}

function PageChoice({ page, url, isChosen, onToggle }: PageChoiceProps) {
  const strings = useStrings().pictures;
  return (
    <label className={css.page}>
      <span className={css.sheet}>
        {url !== undefined && <img src={url} alt="" draggable={false} />}
      </span>
      <span className={css.number}>
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        {strings.pageNumber(page)}
      </span>
    </label>
  );
}

interface DialogButtonsProps {
  readonly count: number;
  onCancel(): void;
  onAttach(): void;
}

function DialogButtons({ count, onCancel, onAttach }: DialogButtonsProps) {
  const { cancel, pictures } = useStrings();
  return (
    <ModalButtons>
      <Button onClick={onCancel}>{cancel}</Button>
      <Button look="primary" disabled={count === 0} onClick={onAttach}>
        {pictures.attachPages(count)}
      </Button>
    </ModalButtons>
  );
}
