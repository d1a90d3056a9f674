/**
 * @file Markdown without what hides text or reaches from one block into another:
 * definitions, footnotes and HTML, which stay as they were written.
 */

/** Names of micromark's constructs. */
const LEFT_OUT = [
  'definition',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'htmlFlow',
  'htmlText',
];

/** Where remark-parse looks for what else it should know. */
interface ParserData {
  micromarkExtensions?: unknown[];
}

function leaveOut(this: { data(): object }): void {
  const data = this.data() as ParserData;
  (data.micromarkExtensions ??= []).push({ disable: { null: LEFT_OUT } });
}

/** For remark. */
export const nothingHidden = leaveOut;
