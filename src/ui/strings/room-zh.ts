/** @file 关于会诊操作的文字（简体中文）。What the page says about working in a conversation, in Chinese. */
import type { RoomStrings } from './room-en.ts';

export const roomZh: RoomStrings = {
  context: '已用上下文',
  contextOf: (used, limit) => `${used} / ${limit} 个词元`,
  contextNearlyFull:
    '本会诊已接近模型一次能读取的长度。可以带着您核准的总结，在新会诊中继续。',
  contextFull:
    '本会诊已达到模型能读取的长度。不会悄悄略去任何内容：请带着您核准的总结在新会诊中继续、新建会诊，或修改最后一次提问。',

  goOnWithSummary: '带总结继续…',
  summaryTitle: '在新会诊中继续',
  summaryWhy:
    '模型会总结本会诊。请逐行核对并更正：新会诊只知道这里写的内容。图片不会带过去。',
  summary: '总结',
  summaryHead: '此前会诊的总结，已由医生核对：',
  summarizing: '正在阅读会诊…',
  summarizingPart: (part, parts) =>
    `正在阅读第 ${part} 部分，共 ${parts} 部分；每一部分都会补全总结。`,
  summaryWritten: '总结已写好。请先核对，再核准。',
  writeAgain: '重新写',
  approve: '核准并继续',

  quote: '引用',
  quoteSelection: '引用所选文字',

  queue: '接着提问',
  queued: '接下来的提问',
  queuedWhy: '等待正在书写的回答完成。',
  queuedHere: '尚未提问，因为前一个回答没有自行结束。',
  queuedImages: (count) => `${count} 张图片`,
  editQueued: '修改接下来的提问',
  removeQueued: '不再提问',
  askNow: '现在提问',

  goOnWriting: '继续写完',
  continued: (count) => `续写 ${count} 次`,

  commands: '命令',
  findCommand: '查找命令或会诊',
  noCommand: '没有匹配项。',
  groups: { do: '操作', templates: '模板', consultations: '会诊' },
  newConsultation: '新建会诊',
  regenerate: '重新生成最后一个回答',
  stopAnswer: '停止回答',
  editLast: '修改最后一次提问',
  lock: '锁定页面',
  checkpoints: '选择模型',
  exportThis: '导出本次会诊',
  backUp: '备份、恢复、全部导出',
  switchTheme: '切换浅色与深色',
  switchLanguage: 'Switch to English',

  shortcuts: '键盘快捷键',
  showShortcuts: '显示键盘快捷键',
  shortcutGroups: { anywhere: '任何位置', writing: '书写时', list: '在命令列表中' },
  does: {
    palette: '查找命令',
    shortcuts: '显示本列表',
    lock: '锁定页面',
    quote: '引用所选文字',
    send: '发送；正在回答时：接着提问',
    line: '换行',
    slash: '在开头输入：命令和模板',
    close: '放弃修改，或关闭列表',
    move: '在列表中移动',
    choose: '选择',
  },

  letterShortcuts: '在文本框之外使用单个字母和 ? 作为快捷键',
  fillTemplateWhy: '留空的项目会写作“未提供”。',
  notGiven: '未提供',
  insert: '插入',
  variables: {
    age: '年龄',
    sex: '性别',
    complaint: '主诉',
    duration: '起病时间',
    history: '既往史、用药、过敏',
    findings: '目前所见',
    modality: '图像类型',
    region: '部位',
    question: '问题',
    diagnosis: '诊断',
    treatment: '已做的处理',
    medication: '出院带药',
  },
};
