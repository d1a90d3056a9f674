/** @file 查看回答来历的文字（简体中文）。What the page says about looking into an answer, in Chinese. */
import type { ExaminedStrings } from './examined-en.ts';

export const examinedZh: ExaminedStrings = {
  open: '这个回答是如何生成的',
  origin: '来源',
  originMissing: '此回答由较早的版本保存，当时没有记录它的确切生成方式。',
  fields: {
    checkpoint: '模型',
    checkpointSha256: '模型清单的 SHA-256',
    adapter: '权重之上的适配器，SHA-256',
    quantization: '量化',
    runtime: '运行环境',
    device: '设备',
    floatType: '数值格式',
    selfCheck: '自检最大差异',
    context: '上下文词元数',
    seed: '随机种子',
    sampling: '采样',
    prompt: '提示内容的 SHA-256',
    system: '前置说明与病例信息的 SHA-256',
    images: '图片的 SHA-256（按顺序）',
    tokens: '词元',
    times: '用时',
    continuations: '续写次数',
    app: '应用版本',
    made: '生成时间',
  },
  noImages: '无',
  samplingOf: (temperature, topK, topP, penalty) =>
    `温度 ${temperature}，top-k ${topK}，top-p ${topP}，重复惩罚 ${penalty}`,
  tokensOf: (read, reused, written) =>
    `读取 ${read} 个，其中 ${reused} 个来自缓存；写出 ${written} 个`,
  timesOf: (images, prefill, first, each) =>
    `图片 ${images}，预填充 ${prefill}，首个词元用时 ${first}；之后每个词元 ${each}`,
  ms: (count) => `${count} 毫秒`,
  threads: (count) => `${count} 个线程`,
  copyJson: '复制为 JSON',

  replay: '重新生成',
  replayWhy:
    '用相同的文字、图片、设置和随机种子再生成一次，然后比较。除非您要求，否则不保存。',
  replaying: (done, of) => `正在书写，第 ${done} 个词元，约共 ${of} 个…`,
  reading: '正在阅读对话…',
  stop: '停止',
  identical: '完全相同，逐个词元一致。',
  sameWords: '文字相同，但词元划分不同。',
  sameWordsUnknown: '文字相同。第一个回答的词元没有保存。',
  different: '文字不同：',
  removed: '仅在第一个回答中',
  added: '仅在这个回答中',
  allTheSame: '模型、运行环境、设备、数值格式、提示内容和设置均与当时相同。',
  notTheSame: (what) => `与当时不同的有：${what.join('、')}。文字差异可能由此引起。`,
  unknownSettings: '第一个回答的设置没有保存，这次使用了现在的设置。',
  wasContinued: '第一个回答在结束后又续写过；这一个是一次写成的。',
  whyDifferent:
    '在其他条件都相同时，如果当时部分对话还在缓存中，词元也可能不同：CPU 上的舍入分组不一样。',
  differs: {
    app: '本应用的版本',
    checkpoint: '模型',
    runtime: '运行环境或其版本',
    device: '设备',
    'float-type': '数值格式',
    prompt: '提供给模型阅读的内容',
    sampling: '设置',
  },
  keep: '保存为另一个版本',

  look: '它看图了吗？',
  lookWhy:
    '分别在有图片、没有图片、换成一张无意义的灰图时阅读同一个回答，并让模型各写出回答的开头。不保存任何内容。',
  looking: {
    with: '正在结合图片阅读…',
    without: '正在不看图片阅读…',
    other: '正在结合灰图阅读…',
  },
  lookVerdict: {
    none: '这个回答几乎不取决于图片。请勿将其视为影像所见。',
    some: '这个回答在一定程度上取决于图片。',
    much: '这个回答取决于图片。',
  },
  lookMeaning:
    '取决于图片不代表看得正确；不取决于图片也不代表回答错误：文字本身可能已经足够。',
  lookBlind: (model) => `${model} 从未学过看图：任何依赖都是偶然的。`,
  lookTable: '回答的可能性',
  lookGiven: '给定',
  lookMean: '每个词元的平均对数概率',
  lookPerplexity: '困惑度',
  lookBegins: '模型自己的开头',
  lookRows: { with: '有图片', without: '没有图片', other: '灰图' },
  lookSame: '相同',
  lookChanged: (at) => `从第 ${at} 个词元起不同`,
  lookTokens: (count, greedy) =>
    `按回答的 ${count} 个词元计算；开头在不含随机性的情况下比较了 ${greedy} 个词元。`,

  certainty: '模型对每个词有多大把握',
  hideCertainty: '显示为普通文本',
  certaintyReading: '正在阅读回答…',
  certaintyWhy:
    '底色越深，表示在所有可能出现的词中模型给这个词的概率越低。它说明这种措辞对模型来说有多常见，而不说明内容是否真实：错误的说法也可能有很高的概率。',
  certaintySummary: (count, of, mean) =>
    `${of} 个词元中有 ${count} 个的概率低于 50%。平均每个词元的概率为 ${mean}。`,
  certaintyLowest: '概率最低之处：',
  certaintyOf: (token, probability) => `“${token}”，${probability}`,
  insteadOf: (others) => `；也可能是：${others.join('、')}`,
  tokenHelp: '用方向键在词元之间移动。',
  begin: '开始',
  again: '再来一次',
};
