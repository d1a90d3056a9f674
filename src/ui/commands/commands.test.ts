import { expect, test } from 'vitest';
import { type Command, findCommands, slashOf } from './commands.ts';

const command = (id: string, title: string): Command => ({
  id,
  title,
  group: 'do',
  run() {},
});
const ALL = [command('new', '新建会诊'), command('lock', 'Lock the page')];
const found = (typed: string) => findCommands(ALL, typed).map(({ id }) => id);

test('a command is found by its id and by the words of its title', () => {
  expect(found('')).toEqual(['new', 'lock']);
  expect(found('NEW')).toEqual(['new']);
  expect(found('会诊')).toEqual(['new']);
  expect(found('page lock')).toEqual(['lock']);
  expect(found('page new')).toEqual([]);
});

test('a message is a command when it begins with a slash and is one line', () => {
  expect(slashOf('/')).toBe('');
  expect(slashOf('/new con')).toBe('new con');
  expect(slashOf('mg/dl')).toBeUndefined();
  expect(slashOf('/new\nline')).toBeUndefined();
  expect(slashOf('/usr/bin')).toBeUndefined();
});
