import { expect, test } from 'vitest';
import { withoutFrontMatter } from './checkpoint-papers.ts';

test('what machines read at the head of a card is left out, rules in its text stay', () => {
  const card =
    '---\nlicense: apache-2.0\ntags:\n- medical\n---\n\n# A model\n\n---\nEnd';
  expect(withoutFrontMatter(card)).toBe('# A model\n\n---\nEnd');
  expect(withoutFrontMatter('# A model\n\n---\n\nA rule\n\n---\n')).toBe(
    '# A model\n\n---\n\nA rule\n\n---',
  );
});
