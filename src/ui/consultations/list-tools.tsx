/** @file Above the list: one tag, the archive, choosing several. */
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import { Archive, ListChecks, Tag } from 'lucide-react';
import { useId } from 'react';
import { useActions, useSelectedList } from '../app-context.ts';
import { IconButton } from '../controls/button.tsx';
import { useStrings } from '../strings/use-strings.ts';
import css from './consultation-list.module.css';
import { type ListFilter, tagsOf } from './shown-consultations.ts';

interface ListToolsProps {
  readonly filter: ListFilter;
  readonly isSelecting: boolean;
  onFilter(filter: ListFilter): void;
  onSelecting(isSelecting: boolean): void;
}

export function ListTools(props: ListToolsProps) {
  const { filter, isSelecting, onFilter, onSelecting } = props;
  const strings = useStrings().case;
  const { showArchivedConsultations } = useActions();
  const tags = useSelectedList(({ conversations }) => tagsOf(conversations));
  const id = useId();
  const showArchive = () => {
    if (!filter.isArchive) void showArchivedConsultations();
    onFilter({ ...filter, isArchive: !filter.isArchive });
  };
  return (
    <div className={css.tools}>
      {tags.length > 0 && (
        <span className={css.tagFilter}>
          <Tag size={14} aria-hidden />
          <select
            id={id}
            aria-label={strings.filterByTag}
            value={filter.tag ?? ''}
            onChange={({ target: { value } }) =>
              onFilter({ ...filter, tag: value === '' ? undefined : value })
            }
          >
            <option value="">{strings.allTags}</option>
            {tags.map((tag) => (
              <option key={tag} value={tag}>
                {withoutBidiControls(tag)}
              </option>
            ))}
          </select>
        </span>
      )}
      <IconButton
        label={strings.showArchived}
        aria-pressed={filter.isArchive}
        className={css.tool}
        onClick={showArchive}
      >
        <Archive size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={isSelecting ? strings.endSelecting : strings.selectSeveral}
        aria-pressed={isSelecting}
        className={css.tool}
        onClick={() => onSelecting(!isSelecting)}
      >
        <ListChecks size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
