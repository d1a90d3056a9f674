import { expect, test } from 'vitest';
import { systemPrompt } from '../app/system-prompt.ts';
import { LANGUAGES } from '../mediscope/language.ts';
import { SYSTEM_PROMPTS } from './clinic-prompt.ts';

test.each(LANGUAGES)(
  'the examination is introduced in %s as the app does it',
  (language) => {
    expect(SYSTEM_PROMPTS[language]).toBe(systemPrompt(language));
  },
);
