/** @file 网络请求记录的文字（简体中文）。What the record of requests says, in Chinese. */
import type { RequestsStrings } from './requests-en.ts';

export const requestsZh: RequestsStrings = {
  title: '网络请求',
  menu: '网络请求…',
  about:
    '本应用自安装到本设备以来发出的全部请求。任何提问、回答或图像都不会包含在请求中。',
  unknown: '此浏览器没有为本页面保存请求记录。',
  none: '尚无请求记录。',
  total: (requests, since, bytes) =>
    `自 ${since} 以来共 ${requests}，已知大小 ${bytes}。`,
  requests: (count) => `${count} 次请求`,
  allOwn: (origin) => `全部发往 ${origin}，即本应用的来源站点。`,
  elsewhere: (count) => `其中 ${count} 次发往其他站点。这是本页面的管理者允许的。`,
  blocked: (count) => `有 ${count} 次访问其他站点的尝试被浏览器拒绝。`,
  before: '更早',
  kind: '类型',
  target: '内容',
  count: '请求数',
  bytes: '已知大小',
  kinds: {
    page: '页面',
    code: '代码',
    runtime: '运行环境',
    checkpoint: '模型权重',
    other: '其他',
    elsewhere: '其他站点',
    blocked: '已拒绝',
  },
  save: '保存为 CSV',
  notSeen:
    '只统计到达网络的请求；由浏览器缓存直接回答的不算请求。浏览器自行获取的内容（图标，以及 service-worker.js 是否有新版本）无法看到。',
};
