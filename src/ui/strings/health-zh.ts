/** @file 关于存储与记录状况的文字（简体中文）。What the page says about the records' health, in Chinese. */
import type { HealthStrings } from './health-en.ts';

export const healthZh: HealthStrings = {
  title: '存储与健康状况',
  text: '本浏览器为此页面保存的内容、其是否完整，以及如何全部清除。',
  used: '已用空间',
  usedOf: (used, quota) => `${used}（本站最多可用 ${quota}）`,
  unknown: '浏览器未提供此信息。',
  kept: '长期保存',
  persistent: '是：浏览器承诺不会自行删除。',
  notPersistent: '未承诺。磁盘将满时，浏览器可能删除本页面保存的全部内容。',
  askToKeep: '请浏览器长期保存',
  refused:
    '浏览器没有承诺。将页面安装为应用或加入书签后往往会同意；无论如何请做好备份。',
  safari:
    '在 Safari 中，若连续七个使用日没有打开本站，其保存的内容会被删除，除非已添加到主屏幕或程序坞。请做好备份。',
  records: '记录',
  counts: (consultations, images) => `${consultations} 次会诊，${images} 张图片`,
  secondCopy: '第二份副本',
  secondCopyIs: {
    whole:
      '所有内容在互相独立的文件中各存一份，因此浏览器读不出其中一份文件时不会丢失任何内容。',
    growing: '正在制作；完成之前，所有内容只有一份。',
    behind:
      '未能跟上，很可能是空间不足；下次启动页面时会重新制作。在此之前，所有内容只有一份。',
    none: '此浏览器没有可供独立存放的位置。请做好备份。',
  },
  secondCopyTakes: (bytes) => `占用 ${bytes}。`,
  broughtBack: (time, records) =>
    `${time}：浏览器无法读取其数据库，已从第二份副本恢复 ${records} 条记录。`,
  backup: '最近一次备份',
  noBackup: '本设备上还没有做过备份。',
  check: '最近一次检查',
  noCheck: '尚未检查。',
  checkedWell: (time) => `${time}：全部完整。`,
  checkedBadly: (time, faults) => `${time}：有 ${faults} 处损坏。`,
  checkNow: '立即检查全部记录',
  checking: '正在检查',
  checkingText: (done, total) => `第 ${done} 次会诊，共 ${total} 次`,
  cancel: '停止检查',
  whole: (consultations, turns, images) =>
    `全部完整：已打开并核对 ${consultations} 次会诊、${turns} 条对话和 ${images} 张图片。`,
  damaged:
    '部分记录已损坏，已原样保留，其他记录不受影响。如有备份，请恢复备份以取回完整的记录。',
  faultOf: (what, title) => `${what}，位于“${title}”`,
  fault: {
    consultation: '无法打开的会诊',
    turn: '损坏的对话',
    'image-damaged': '损坏的图片',
    'image-missing': '缺失的图片',
    'parent-missing': '缺少前文的对话',
    review: '损坏的评价',
    comparison: '损坏的比较',
    patient: '无法打开的患者',
    draft: '无法打开的草稿',
    certificate: '无法打开的清除证明',
    'left-over': '所属会诊已缺失的对话或图片',
    audit: '使用记录被更改，请见“安全”',
  },
  certificates: '清除证明',
  certificate: (time, what) => `${time}：${what}`,
  erasedConsultation: '一次会诊',
  erasedPatient: (count) => `一位患者及其 ${count} 次会诊`,
  saveCertificate: '保存',
  saveCertificateOf: (what) => `保存清除证明：${what}`,
  erase: '全部清除',
  eraseWhy:
    '先销毁密钥，再从本浏览器删除所有会诊、图片、草稿、患者、设置和使用记录。此操作无法撤销。备份和导出的文件仍在您存放的位置；模型权重会保留，其中不含任何会诊内容。',
  eraseWord: '清除',
  eraseType: (word) => `请输入“${word}”以确认`,
  erasing: '正在清除…',
  erased: '已全部清除',
  erasedText:
    '所有会诊的密钥均已销毁，其内容再也无法读取。如需证明，请现在保存：此处不再保留。',
  saveErased: '保存清除证明',
  beginAnew: '重新开始',
};
