/**
 * @file Marking what an answer refers to and nobody checked, in its parsed
 * Markdown. Text in code and in links is left: a link has its mark already.
 */
import { findReferences } from '../../clinic/unverified-references.ts';

/** What is needed of hast, the tree that react-markdown makes elements of. */
interface TextNode {
  type: 'text';
  value: string;
}
interface ElementNode {
  type: 'element';
  tagName: string;
  properties: Record<string, never>;
  children: TreeNode[];
}
type TreeNode = TextNode | ElementNode | { type: string; children?: TreeNode[] };

const LEFT = ['a', 'code', 'pre'];

/** A rehype plugin: each reference becomes a `cite`. */
export function markReferences() {
  return (tree: { type: string; children?: unknown[] }): void => mark(tree as TreeNode);
}

function mark(node: TreeNode): void {
  if (!('children' in node) || node.children === undefined) return;
  if ('tagName' in node && LEFT.includes(node.tagName)) return;
  node.children = node.children.flatMap((child) =>
    isText(child) ? split(child.value) : [child],
  );
  for (const child of node.children) {
    if (!('tagName' in child && child.tagName === 'cite')) mark(child);
  }
}

function isText(node: TreeNode): node is TextNode {
  return node.type === 'text';
}

function split(text: string): TreeNode[] {
  const nodes: TreeNode[] = [];
  let at = 0;
  for (const { from, to } of findReferences(text)) {
    if (from > at) nodes.push({ type: 'text', value: text.slice(at, from) });
    const children = [{ type: 'text', value: text.slice(from, to) }];
    nodes.push({ type: 'element', tagName: 'cite', properties: {}, children });
    at = to;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}
