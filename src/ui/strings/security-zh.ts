/** @file 关于口令与锁定的文字（简体中文）。What the page says about passphrase and lock, in Chinese. */
import type { SecurityStrings } from './security-en.ts';

export const securityZh: SecurityStrings = {
  title: '安全',
  open: '会诊记录在本设备上已加密。未设置口令时，能打开此浏览器配置的人都可以阅读。',
  declined: '您可以不设置，其他功能不受影响。如果有他人使用这台电脑，请设置口令。',
  protected: '会诊记录已加密，只有您的口令或恢复码才能打开。',
  set: '设置口令',
  change: '更改口令',
  remove: '取消口令',
  removeWhy: '取消后，能打开此浏览器配置的人都可以阅读您的会诊记录。',
  current: '当前口令或恢复码',
  passphrase: '新口令',
  repeat: '再次输入新口令',
  tooShort: '口令至少需要 8 个字符，最好由多个词组成。',
  notSame: '两次输入不一致，请重新输入新口令。',
  wrong: '这既不是口令，也不是恢复码。请检查后重试。',
  working: '请稍候…',
  changed: '口令已更改，恢复码不变。',
  code: '恢复码',
  codeWhy:
    '请抄下此恢复码并妥善保存。忘记口令时可用它打开会诊记录，它只在此时显示。口令和恢复码都丢失后，任何人都无法再阅读这些记录。',
  codeKept: '我已抄下',
  lockNow: '立即锁定',
  lockKeys: 'Ctrl+Shift+L 可随时锁定。所有标签页都会锁定，正在生成的回答会停止。',
  lockAfter: '无操作多久后锁定',
  minutes: (count) => `${count} 分钟`,
  locked: '已锁定',
  lockedWhy: '会诊记录已加密。请输入口令以继续。',
  typed: '口令或恢复码',
  unlock: '解锁',
};
