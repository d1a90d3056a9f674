/** @file Red flags of the belly. */
import { all, any, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import { abdominalPain, fever, severePain, suddenOnset, vomiting } from '../signs.ts';

const peritonitis = sign(
  'peritonitis',
  `rigid abdomen, board like, peritonitis, peritonitic, rebound tenderness, guarding, free air, free gas, perforat*, abdomen … rigid, rigidity, rebound`,
  `板状腹, 腹膜炎, 腹膜刺激征, 反跳痛, 肌紧张, 膈下游离气体, 穿孔`,
);
const obstruction = sign(
  'obstruction',
  `bowel obstruction, intestinal obstruction, not passed wind, no flatus, absolute constipation, faeculent vomit*, feculent vomit*, not passing flatus, not passing wind, obstipation, volvulus`,
  `肠梗阻, 停止排气排便, 停止排便排气, 肛门停止排气, 粪样呕吐物, 肠扭转`,
);
const strangulated = sign(
  'strangulated hernia',
  `strangulated hernia, incarcerated hernia, irreducible hernia, hernia … irreducible, hernia … cannot be reduced, hernia … tender, painful hernia, hernia … will not go back`,
  `绞窄疝, 嵌顿疝, 疝嵌顿, 疝气不能回纳, 疝块不能回纳, 疝…不能回纳`,
);
const upperBleed = sign(
  'blood from above',
  `haematemesis, hematemesis, vomiting blood, vomited blood, coffee ground*, melaena, melena, black tarry stool*, tarry stool*, black stool*, throwing up blood, blood in … vomit`,
  `呕血, 黑便, 柏油样便, 咖啡样物, 吐血, 呕吐咖啡色, 黑色大便, 上消化道出血, 柏油便`,
);
const lowerBleed = sign(
  'much blood from below',
  `heavy rectal bleeding, massive rectal bleeding, profuse rectal bleeding, passing clots per rectum, large amounts of fresh blood per rectum, massive lower gi bleed*, haematochezia with, large volume haematochezia, large volume hematochezia, bleeding heavily from … rectum`,
  `大量便血, 大量鲜血便, 便血不止, 大量血便, 下消化道大出血, 大量暗红色血便`,
);
const ischaemia = sign(
  'mesenteric ischaemia',
  `out of proportion, mesenteric ischaemia, mesenteric ischemia, bowel ischaemia, bowel ischemia, ischaemic bowel, ischemic bowel`,
  `症状与体征不符, 症征不符, 肠系膜缺血, 肠系膜上动脉栓塞, 肠缺血, 肠坏死`,
);
const jaundice = sign(
  'jaundice',
  'jaundice*, yellow skin, yellow eyes, scleral icterus, icteric',
  '黄疸, 巩膜黄染, 皮肤黄染, 皮肤发黄',
);
const appendix = sign(
  'signs of appendicitis',
  `appendicitis, migrat* … right iliac fossa, moved to … right iliac fossa, moved to … right lower quadrant, mcburney*, right iliac fossa, right lower quadrant, rovsing*, migrated to … right`,
  `阑尾炎, 转移性右下腹痛, 麦氏点压痛, 麦氏点, 转移至右下腹, 转移到右下腹, 右下腹压痛, 右下腹痛`,
);
const testis = sign(
  'painful testis',
  `testicular pain, testicle pain, painful testicle, painful testis, scrotal pain, testicular torsion, pain in … testicle, pain in … testis, high riding testis, swollen testicle, absent cremasteric`,
  `睾丸疼痛, 睾丸痛, 阴囊疼痛, 睾丸扭转, 阴囊痛, 睾丸肿痛, 蛋蛋痛, 提睾反射消失`,
);
const loin = sign(
  'loin pain or stone',
  'renal colic, kidney stone*, loin pain, flank pain, ureteric stone, obstructed kidney, hydronephrosis',
  '肾绞痛, 肾结石, 输尿管结石, 肾积水, 腰部绞痛',
);
const priapism = sign(
  'priapism',
  'priapism, erection lasting more than 4, erection for more than 4, painful erection',
  '阴茎异常勃起, 持续勃起, 勃起疼痛',
);

export const abdominalRules: readonly RedFlagRule[] = [
  {
    id: 'abdominal/peritonitis',
    tier: 'ed-now',
    title: { en: 'Possible perforation or peritonitis', zh: '疑消化道穿孔或腹膜炎' },
    action: {
      en: 'Emergency department with surgery now: nothing by mouth, fluids, antibiotics, CT. Each hour until the source is controlled lowers survival.',
      zh: '立即送有外科的急诊：禁食、补液、抗生素、CT。感染源控制每延误一小时，生存率都会下降。',
    },
    source: {
      guideline: 'WSES guidelines: Perforated and bleeding peptic ulcer (2020)',
      section: 'Perforated peptic ulcer: diagnosis and timing of surgery',
    },
    when: any(
      says(
        sign(
          'peritonitis',
          'peritonitis, peritonitic, board like abdomen, rigid abdomen, perforated ulcer, perforated viscus, bowel perforation',
          '板状腹, 腹膜炎, 胃穿孔, 肠穿孔, 溃疡穿孔, 膈下游离气体',
        ),
      ),
      all(says(abdominalPain), says(peritonitis)),
      all(says(abdominalPain), says(severePain), says(suddenOnset)),
    ),
  },
  {
    id: 'abdominal/obstruction',
    tier: 'ed-now',
    title: {
      en: 'Possible bowel obstruction or strangulated hernia',
      zh: '疑肠梗阻或绞窄疝',
    },
    action: {
      en: 'Emergency department with surgery now: nothing by mouth, CT. Strangulated bowel dies within hours.',
      zh: '立即送有外科的急诊：禁食、CT。绞窄的肠管数小时内即坏死。',
    },
    source: {
      guideline:
        'WSES Bologna guidelines for adhesive small bowel obstruction (2017 update)',
      section: 'Diagnosis; indications for emergency surgery',
    },
    when: says(obstruction, strangulated),
  },
  {
    id: 'abdominal/upper-bleeding',
    tier: 'ed-now',
    title: { en: 'Upper gastrointestinal bleeding', zh: '上消化道出血' },
    action: {
      en: 'Emergency department now: two large cannulas, cross-match, Blatchford score; endoscopy at once after resuscitation when unstable.',
      zh: '立即送急诊：双静脉通路、配血、Blatchford 评分；不稳定者复苏后立即内镜。',
    },
    source: {
      guideline: 'NICE CG141 Acute upper gastrointestinal bleeding in over 16s (2012)',
      section: '1.1 Risk assessment; 1.3 Timing of endoscopy',
    },
    when: says(upperBleed),
  },
  {
    id: 'abdominal/lower-bleeding',
    tier: 'ed-now',
    title: { en: 'Major lower gastrointestinal bleeding', zh: '下消化道大出血' },
    action: {
      en: 'Emergency department now: shock index, CT angiography when unstable; an upper source must be thought of.',
      zh: '立即送急诊：计算休克指数，不稳定者行 CT 血管造影；须考虑上消化道来源。',
    },
    source: {
      guideline:
        'BSG guideline: Diagnosis and management of acute lower gastrointestinal bleeding (2019)',
      section: 'Initial assessment and risk stratification',
    },
    when: says(lowerBleed),
  },
  {
    id: 'abdominal/mesenteric-ischaemia',
    tier: 'ed-now',
    title: { en: 'Possible mesenteric ischaemia', zh: '疑肠系膜缺血' },
    action: {
      en: 'Emergency department now: CT angiography without delay; pain beyond what the belly shows is ischaemia until proven otherwise.',
      zh: '立即送急诊：尽快 CT 血管造影；疼痛与体征不符者先按肠缺血处理。',
    },
    source: {
      guideline: 'WSES guidelines: Acute mesenteric ischemia (2022 update)',
      section: 'Diagnosis',
    },
    when: any(
      all(says(abdominalPain), says(ischaemia)),
      says(
        sign(
          'mesenteric ischaemia',
          'mesenteric ischaemia, mesenteric ischemia, ischaemic bowel, ischemic bowel',
          '肠系膜缺血, 肠系膜上动脉栓塞, 肠坏死',
        ),
      ),
    ),
  },
  {
    id: 'abdominal/cholangitis',
    tier: 'ed-now',
    title: { en: 'Possible acute cholangitis', zh: '疑急性胆管炎' },
    action: {
      en: 'Emergency department now: antibiotics, and drainage by severity; with low pressure or confusion at once.',
      zh: '立即送急诊：抗生素，并按严重程度引流；合并低血压或意识障碍者须立即引流。',
    },
    source: {
      guideline: 'Tokyo Guidelines 2018',
      section: 'Diagnostic criteria and severity grading of acute cholangitis',
    },
    when: all(says(jaundice), says(fever)),
  },
  {
    id: 'abdominal/appendicitis',
    tier: 'same-day',
    title: { en: 'Possible appendicitis', zh: '疑阑尾炎' },
    action: {
      en: 'Surgical assessment today: score and image; in women who can be pregnant test first. Rigid belly, high fever or shock: emergency department now.',
      zh: '当日外科评估：评分与影像；育龄女性先查妊娠。板状腹、高热或休克者立即送急诊。',
    },
    source: {
      guideline: 'WSES Jerusalem guidelines: Acute appendicitis (2020 update)',
      section: 'Diagnosis',
    },
    when: any(
      all(says(appendix), says(abdominalPain, fever, vomiting)),
      says(sign('appendicitis', 'appendicitis', '阑尾炎, 转移性右下腹痛')),
    ),
  },
  {
    id: 'abdominal/testicular-torsion',
    tier: 'ed-now',
    title: { en: 'Possible testicular torsion', zh: '疑睾丸扭转' },
    action: {
      en: 'Emergency department with surgery now: explore within 6 hours of onset; do not wait for ultrasound when it is likely.',
      zh: '立即送可手术的急诊：起病 6 小时内探查；高度怀疑时不等超声。',
    },
    source: {
      guideline: 'EAU Guidelines on Paediatric Urology',
      section: 'Acute scrotum',
    },
    when: says(testis),
  },
  {
    id: 'abdominal/infected-obstructed-kidney',
    tier: 'ed-now',
    title: { en: 'Fever with kidney stone or loin pain', zh: '肾绞痛或结石伴发热' },
    action: {
      en: 'Emergency department with urology now: an infected obstructed kidney needs drainage within hours.',
      zh: '立即送有泌尿外科的急诊：感染合并梗阻的肾脏须在数小时内引流。',
    },
    source: {
      guideline: 'EAU Guidelines on Urolithiasis',
      section: 'Management of sepsis and/or anuria in obstructed kidney',
    },
    when: all(says(fever), says(loin)),
  },
  {
    id: 'abdominal/priapism',
    tier: 'ed-now',
    title: { en: 'Priapism', zh: '阴茎异常勃起' },
    action: {
      en: 'Emergency department with urology now: beyond 4 hours tissue is being lost.',
      zh: '立即送有泌尿外科的急诊：超过 4 小时组织即开始受损。',
    },
    source: {
      guideline: 'EAU Guidelines on Sexual and Reproductive Health',
      section: 'Priapism: ischaemic priapism',
    },
    when: says(priapism),
  },
];
