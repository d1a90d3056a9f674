/** @file 演示病例的文字。What the page says of demonstration cases, in Chinese. */
import type { DemonstrationStrings } from './demonstration-en.ts';

export const demonstrationZh: DemonstrationStrings = {
  cases: '演示病例',
  casesWhy: '患者由程序虚构，会回答模型的提问，其中没有真实的人。',
  keepsDraft: '请先发送或清空已写的内容。',
  patient: '虚构患者',
  patientWhy: '由程序生成，并非真人。',
  hear: '让患者回答',
  leave: '不再针对这位患者',
  reveal: '查看真实情况',
  truth: '这位患者的真实情况',
  truthWhy:
    '在第一句话之前就由程序定下，模型事先一概不知。诊所是虚构的，不可据此作医疗决定。',
  diagnosis: '诊断',
  urgency: '紧急程度',
  named: '模型给出的诊断',
  namedNothing: '尚未给出诊断',
  right: '正确',
  wrong: '不正确',
  images: '图片所示',
  redFlags: '患者存在的危险信号',
  noRedFlags: '无',
  needed: '需要问清的情况',
  askedOf: (asked, all) => `已问 ${asked} 项，共 ${all} 项`,
  how: { told: '患者主动说出', asked: '已问', missed: '未问' },
  has: { yes: '有', no: '没有', unsure: '说不清' },
};
