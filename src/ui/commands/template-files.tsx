/** @file Own templates to and from a file. */
import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  joinTemplates,
  readTemplatesFile,
  templatesFile,
} from '../../app/template-file.ts';
import type { OwnTemplate } from '../../clinic/own-template.ts';
import { useActions } from '../app-context.ts';
import { Button } from '../controls/button.tsx';
import { saveFile } from '../controls/save-file.ts';
import { formatCount } from '../strings/format.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';
import css from './own-templates.module.css';

interface TemplateFilesProps {
  readonly templates: readonly OwnTemplate[];
}

export function TemplateFiles({ templates }: TemplateFilesProps) {
  const strings = useStrings().room;
  const language = useLanguage();
  const { changeTemplates } = useActions();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const add = async (file: File) => {
    const added = readTemplatesFile(await file.text());
    if (added === undefined) {
      setSaid(strings.noTemplatesFile(file.name));
      return;
    }
    await changeTemplates((all) => joinTemplates(all, added));
    setSaid(strings.templatesLoaded(formatCount(added.length, language)));
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <Upload size={17} aria-hidden /> {strings.loadTemplates}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={strings.loadTemplates}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = ''; // the same file may be chosen again
          if (file !== undefined) void add(file);
        }}
      />
      <Button
        disabled={templates.length === 0}
        onClick={() =>
          saveFile(
            'pulsemind-templates.json',
            templatesFile(templates),
            'application/json',
          )
        }
      >
        <Download size={17} aria-hidden /> {strings.saveTemplates}
      </Button>
      <p role="status" className={css.said}>
        {said}
      </p>
    </>
  );
}
