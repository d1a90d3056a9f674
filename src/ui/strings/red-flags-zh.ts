/** @file 关于危险信号的文字（简体中文）。What the page says about red flags, in Chinese. */
import type { RedFlagStrings } from './red-flags-en.ts';

export const redFlagsZh: RedFlagStrings = {
  title: '危险信号',
  tier: {
    'ed-now': '立即急诊',
    'same-day': '当日处置',
  },
  why: '提示原因与来源',
  seenIn: (words) => `依据：${words}`,
  quote: (words) => `“${words}”`,
  fromTheCase: '已知的患者情况',
  limits:
    '由固定规则在所输入的文字中发现，与模型无关，模型无法隐藏。未发现危险信号不代表可以排除。',
};
