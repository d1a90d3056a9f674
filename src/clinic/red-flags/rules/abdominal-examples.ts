/** @file What the rules of the belly must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const abdominalExamples: ExamplesById = {
  'abdominal/peritonitis': examples(
    {
      fires:
        'Abdominal pain with guarding and rebound | Rigid abdomen, free air under the diaphragm',
      silent: 'Abdominal pain, no guarding or rebound | Abdomen soft, no peritonitis',
    },
    {
      fires: '腹痛伴反跳痛、肌紧张 | 板状腹',
      silent: '腹痛，无反跳痛、肌紧张 | 腹软，无腹膜炎体征',
    },
  ),
  'abdominal/obstruction': examples(
    {
      fires:
        'Vomiting, distended, absolute constipation | Strangulated hernia in the groin',
      silent: 'No bowel obstruction on CT | Passing wind, no incarcerated hernia',
    },
    { fires: '腹胀，停止排气排便3天 | 嵌顿疝', silent: '未见肠梗阻 | 无嵌顿疝' },
  ),
  'abdominal/upper-bleeding': examples(
    {
      fires: 'Vomiting blood twice today | Black tarry stools for two days',
      silent: 'No haematemesis or melaena | Denies black stools',
    },
    { fires: '呕血约200ml | 黑便3天', silent: '无呕血、黑便 | 否认黑便' },
  ),
  'abdominal/lower-bleeding': examples(
    {
      fires: 'Heavy rectal bleeding since this morning | Passing clots per rectum',
      silent: 'No heavy rectal bleeding | Denies massive rectal bleeding',
    },
    { fires: '大量便血2次 | 便血不止', silent: '无大量便血 | 否认大量血便' },
  ),
  'abdominal/mesenteric-ischaemia': examples(
    {
      fires:
        'AF, abdominal pain out of proportion to the findings | CT: mesenteric ischaemia',
      silent: 'No mesenteric ischaemia on CT | Mesenteric ischaemia was excluded',
    },
    {
      fires: '房颤，腹痛剧烈，症状与体征不符 | CTA示肠系膜上动脉栓塞',
      silent: '未见肠系膜缺血 | 已排除肠系膜上动脉栓塞',
    },
  ),
  'abdominal/cholangitis': examples(
    {
      fires:
        'Jaundice, fever and right upper quadrant pain | Febrile with scleral icterus',
      silent: 'Jaundice, no fever | No jaundice or fever',
    },
    {
      fires: '黄疸、发热、右上腹痛 | 寒战高热，巩膜黄染',
      silent: '黄疸，无发热 | 无黄疸、发热',
    },
  ),
  'abdominal/appendicitis': examples(
    {
      fires: 'Pain moved to right iliac fossa, vomiting | Suspected appendicitis',
      silent: 'No right iliac fossa tenderness | Appendicitis was ruled out',
    },
    {
      fires: '转移性右下腹痛1天 | 麦氏点压痛，发热',
      silent: '无右下腹痛 | 已排除阑尾炎',
    },
  ),
  'abdominal/testicular-torsion': examples(
    {
      fires: 'Boy, testicular pain for 2 hours | High-riding testis with vomiting',
      silent: 'No testicular pain | Denies scrotal pain',
    },
    { fires: '左侧睾丸疼痛2小时 | 疑睾丸扭转', silent: '无睾丸疼痛 | 否认阴囊疼痛' },
  ),
  'abdominal/infected-obstructed-kidney': examples(
    {
      fires: 'Renal colic with fever and rigors | Fever and loin pain, known stones',
      silent: 'Renal colic, no fever | No loin pain, no fever',
    },
    {
      fires: '肾绞痛伴寒战高热 | 发热，输尿管结石',
      silent: '肾绞痛，无发热 | 无发热，无肾绞痛',
    },
  ),
  'abdominal/priapism': examples(
    {
      fires: 'Priapism for 6 hours | Painful erection since last night',
      silent: 'No priapism | Denies painful erection',
    },
    { fires: '阴茎异常勃起5小时 | 勃起疼痛', silent: '无阴茎异常勃起 | 否认勃起疼痛' },
  ),
};
