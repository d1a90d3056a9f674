/** @file What can be done with the consultations that are chosen. */
import { Archive, ArchiveRestore, FileOutput, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useActions } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';
import { type SelectionDialog, SelectionDialogs } from './selection-dialogs.tsx';
import type { Selection } from './use-selection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  /** Ids of the list. */
  readonly order: readonly string[];
  readonly isArchive: boolean;
}

export function SelectionBar({ selection, order, isArchive }: SelectionBarProps) {
  const strings = useStrings().case;
  const { shelve } = useActions();
  const [open, setOpen] = useState<SelectionDialog>();
  const ids = [...selection.ids];
  const isNone = ids.length === 0;
  return (
    <div className={css.selection}>
      <SelectAll selection={selection} order={order} />
      <IconButton
        label={isArchive ? strings.unarchive : strings.archive}
        disabled={isNone}
        onClick={() => {
          void shelve(ids, isArchive ? undefined : 'archived');
          selection.set([]);
        }}
      >
        {isArchive ? (
          <ArchiveRestore size={16} aria-hidden />
        ) : (
          <Archive size={16} aria-hidden />
        )}
      </IconButton>
      <IconButton
        label={strings.tagThem}
        disabled={isNone}
        onClick={() => setOpen('tag')}
      >
        <Tag size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={strings.exportThem}
        disabled={isNone}
        onClick={() => setOpen('export')}
      >
        <FileOutput size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={strings.eraseThem}
        disabled={isNone}
        onClick={() => setOpen('erase')}
      >
        <Trash2 size={16} aria-hidden />
      </IconButton>
      <SelectionDialogs
        open={open}
        ids={ids}
        onClose={() => setOpen(undefined)}
        onDone={() => selection.set([])}
      />
    </div>
  );
}

function SelectAll({ selection, order }: Omit<SelectionBarProps, 'isArchive'>) {
  const strings = useStrings().case;
  const language = useLanguage();
  const { size } = selection.ids;
  const isAll = size > 0 && size === order.length;
  return (
    <label className={css.all}>
      <input
        type="checkbox"
        aria-label={strings.selectAll}
        checked={isAll}
        onChange={() => selection.set(isAll ? [] : order)}
      />
      <span role="status">{strings.selected(formatCount(size, language))}</span>
    </label>
  );
}
