/** @file A command of the palette and of the slash list, and finding it by what is typed. */

export interface Command {
  /** Found by it too: `/new`. */
  readonly id: string;
  readonly group: 'do' | 'templates' | 'consultations';
  readonly title: string;
  /** As on the keys. */
  readonly keys?: string;
  run(): void;
}

/** Those that have every word typed, in their title or their id; the order stays. */
export function findCommands(
  commands: readonly Command[],
  typed: string,
): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ id, title }) => {
    const text = `${id} ${title}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What follows the slash of a message that is nothing but a command; undefined for another. */
export function slashOf(message: string): string | undefined {
  return /^\/([^\n/]{0,40})$/.exec(message)?.[1];
}
