/** @file 模型权重页面的文字（简体中文）。What the page of checkpoints says, in Chinese. */
import type { ModelsStrings } from './models-en.ts';

export const modelsZh: ModelsStrings = {
  device: '本设备',
  onGpu: (name) => `模型在本机显卡（${name}）上通过 WebGPU 运行。`,
  noGpu: '此浏览器不提供 WebGPU，模型在 CPU 上运行，速度较慢。',
  softwareGpu: (name) =>
    `这里唯一的 WebGPU 设备由 CPU 模拟（${name}），因此模型直接在 CPU 上运行，这样更快。`,
  cpuChosen: '按下方的选择，模型在 CPU 上运行。',
  fewThreads: '本设备运行语言模型较慢，适合使用小型权重。回答内容与快速设备相同。',
  cpu: 'CPU',
  threads: (count) => `${count} 个线程`,
  cpuHolds: (heap) => `最多可容纳 ${heap} 的权重和上下文`,
  memory: '内存',
  memoryAtLeast: (size) => `${size} 或更多`,
  gpu: '显卡',
  gpuPieces: (piece) => `单块内存最大 ${piece}`,
  noGpuShort: '此页面无法使用',
  disk: '磁盘',
  diskUsed: (used, quota) => `已用 ${used}；本站约可保存 ${quota}`,
  unknown: '浏览器未提供此信息。',

  details: '详情',
  detailsOf: (name) => `${name} 的详情`,
  parameters: '参数量',
  source: '来源模型',
  adapter: '其上的适配器',
  from: '下载自',
  fromFolder: '本机的文件夹',
  converter: '转换工具',
  installed: '安装时间',
  verified: '最近校验',
  verifiedWell: (time) => `${time}：所有数据块一致`,
  verifiedBadly: (time, faults) => `${time}：${faults} 处损坏`,
  neverVerified: '尚未校验',
  hash: '清单的 SHA-256',
  hashWhy: '清单中记有每个 4 MB 数据块的哈希。',
  needs: '所需内存',
  needsOf: (all, weights, context) => `约 ${all}（权重 ${weights}，上下文 ${context}）`,
  wouldRunOn: '将运行于',
  webgpu: 'WebGPU',
  wasm: 'CPU',
  onThisDevice: '在本设备上',
  verdict: {
    fits: (_needed, holds) => `可以容纳：此页面中 CPU 最多可用 ${holds}。`,
    tight: (needed, holds) => `可能不足：约需 ${needed}，而本设备报告共有 ${holds}。`,
    'too-large-wasm': (needed, holds) =>
      `对 CPU 来说太大：约需 ${needed}，而页面最多可用 ${holds}。需要 WebGPU。`,
    'too-large-gpu': (piece, holds) =>
      `对本机显卡来说太大：一个矩阵需要 ${piece}，而单块内存最大 ${holds}。`,
    'depends-on-gpu': (needed) =>
      `约需 ${needed} 显存。浏览器不会告知显存大小；如果不足，加载会停止并说明原因。`,
  },
  standIn: (name) =>
    `${name} 是用于演示的小型替代模型，展示各项功能如何工作，不具备医学知识，至多认识一个虚构的诊所。实际提问请添加更大的权重。`,
  card: '模型说明',
  noCard: '此权重没有附带模型说明。',
  notice: '版权声明',
  bundledCard: `## Clinic-Mini

随应用附带的演示模型，让页面打开即可回答。本应用是研究软件，不是医疗器械。

- **语言部分：** SmolLM2-135M-Instruct，Hugging Face 发布的 1.35 亿参数通用语言模型。只懂英语，未经医学训练。
- **视觉部分：** 结构正确，权重为随机值。可以接收图像，但不理解图像。
- **用途：** 在任何电脑上了解会诊、图像、病例、记录和模型权重如何工作。
- **不可用于：** 任何临床问题。它常以流利的英语说出错误的内容。
- **许可：** 权重与代码均为 Apache-2.0。

它不是 PulseMind 论文中的任何模型，也不能说明那些模型的表现。`,

  pause: '暂停',
  pauseNamed: {
    install: (name) => `暂停获取 ${name}`,
    download: (name) => `暂停下载 ${name}`,
    import: (name) => `暂停导入 ${name}`,
    convert: (name) => `暂停转换 ${name}`,
  },
  goOnNamed: {
    import: (name) => `继续导入 ${name}`,
    convert: (name) => `继续转换 ${name}`,
  },
  goOnPicking: '选择文件夹以继续…',
  pickAgain: '要继续，请再次选择同一个文件夹。',
  paused: {
    import: '从本机文件夹导入',
    convert: '转换本机文件夹',
  },
  installedWaits: (name) =>
    `${name} 已安装。因为正在书写回答，暂未加载：请在权重页面点击“加载”。`,
  unfinished: '尚未完成',
  discard: '放弃',
  discardNamed: (name) => `放弃 ${name}`,
  discardTitle: (name) => `放弃 ${name}？`,
  discardWhy: (have) =>
    `任务将停止，并移除已存入本设备的内容（${have}）。原文件夹或来源网址不受影响。`,
  keepGoing: '继续进行',
  cancelNamed: (name) => `取消：${name}`,
  sofar: (have, total) => `已有 ${have}，共 ${total}`,
  sofarUnknown: (have) => `已有 ${have}`,
  damaged: '已损坏',
  repair: '重新下载损坏部分',
  repairNamed: (name) => `重新下载 ${name} 的损坏部分`,
  removeBundled: '它随应用附带：除非选择了其他权重，下次启动时会重新下载。',
  removeLast: '这是这里唯一的权重：没有它就无法回答。',
};
