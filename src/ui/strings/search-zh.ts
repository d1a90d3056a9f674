/** @file 关于搜索的文字（简体中文）。What the page says about searching, in Chinese. */
import type { SearchStrings } from './search-en.ts';

export const searchZh: SearchStrings = {
  field: '搜索会诊',
  results: '搜索结果',
  found: (count) => `找到 ${count} 个会诊`,
  foundMore: (count, shown) =>
    `找到 ${count} 个会诊，仅显示前 ${shown} 处。请再加一个词以缩小范围。`,
  nothing: '没有会诊包含所有这些字词。',
  opening: '正在搜索较早的会诊…',
  patient: (name) => `患者：${name}`,
};
