/** @file Red flags in infants and children. */
import { all, any, atLeast, atMost, says, underYears } from '../condition.ts';
import { spo2, temperature } from '../measures.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import { breathless, child, confusion, fever, newborn, vomiting } from '../signs.ts';

const THREE_MONTHS = 0.25;

const floppy = sign(
  'a very ill child',
  `floppy, limp baby, not waking, does not wake, won't wake, weak cry, high pitched cry, high pitched continuous cry, no response to social cues, appears ill, moaning, inconsolable, poor feeding, not feeding, refusing feeds, refuses to feed, feeding poorly, bulging fontanelle, bulging fontanel, mottled, ashen, grunting, unable to drink, not drinking`,
  `精神差, 精神反应差, 反应差, 哭声弱, 尖声哭闹, 高调尖叫, 拒奶, 不吃奶, 吃奶差, 软瘫, 松软, 前囟隆起, 前囟饱满, 呻吟, 肤色发灰, 皮肤花斑, 难以唤醒, 不能喝水, 不能饮水`,
);
const hardBreathing = sign(
  'struggling breath',
  `grunting, nasal flaring, chest indrawing, recession, retractions, intercostal recession, subcostal recession, apnoea, apnea, apnoeic, stopped breathing, pauses in breathing, blue spell*, turned blue, head bobbing, cyanos*`,
  `呻吟, 鼻翼扇动, 鼻翼煽动, 三凹征, 胸壁凹陷, 呼吸暂停, 吸气性凹陷, 口周发绀, 发绀, 青紫, 点头呼吸, 面色发青`,
);
const biliousVomit = sign(
  'green vomit',
  `bilious vomit*, green vomit*, bile stained vomit*, vomits green, vomited green, vomiting bile, vomit is green, bile stained, vomiting … green`,
  `胆汁样呕吐, 呕吐胆汁, 呕吐绿色, 绿色呕吐物, 吐绿水, 呕吐物呈绿色, 呕吐胆汁样`,
);
const intussusception = sign(
  'intussusception',
  `redcurrant jelly, red currant jelly, currant jelly stool*, intussusception, drawing up … legs, draws up … legs, pulling up … legs, sausage shaped mass`,
  `果酱样便, 果酱样大便, 肠套叠, 阵发性哭闹, 腊肠样包块, 屈腿哭闹, 阵发性哭吵`,
);
const dehydrated = sign(
  'dehydration',
  `sunken eyes, sunken fontanelle, no wet nappies, no wet nappy, dry nappies, no wet diaper*, dry diapers, no tears, skin turgor, severe dehydration, severely dehydrated, not passed urine, no urine, sunken fontanel`,
  `眼窝凹陷, 囟门凹陷, 前囟凹陷, 无泪, 哭时无泪, 尿少, 无尿, 皮肤弹性差, 重度脱水, 没有小便`,
);
const looseStool = sign(
  'diarrhoea',
  'diarrhoea, diarrhea, gastroenteritis, loose stools, watery stools',
  '腹泻, 拉肚子, 水样便, 胃肠炎, 稀水便',
);
const earlyJaundice = sign(
  'early jaundice',
  `jaundice … first 24 hours, jaundice within 24 hours, jaundiced … first day, jaundice on … first day, jaundiced at 12 hours, kernicterus, opisthotonus, jaundiced within … hours of birth, jaundice on day 1, jaundice at … hours of age`,
  `生后24小时内黄疸, 出生24小时内黄疸, 核黄疸, 胆红素脑病, 角弓反张, 生后24小时内出现黄疸, 生后第一天黄疸, 24小时内出现黄疸, 出生当天黄疸`,
);
const bruise = sign(
  'an injury that does not fit',
  `bruise in … non mobile, bruising in … non mobile, bruise* … not yet crawling, bruising … not yet mobile, bruises … not yet mobile, inconsistent history, history inconsistent, unexplained fracture*, unexplained bruis*, non accidental injury, nai, suspected child abuse, shaken, suspected abuse, explanation does not fit, metaphyseal fracture*`,
  `虐待, 疑似虐待, 不明原因骨折, 不明原因瘀伤, 伤情与病史不符, 病史与伤情不符, 被摇晃, 多处陈旧骨折, 不明原因淤青, 解释不符`,
);
const limp = sign(
  'will not use a limb',
  `refusing to walk, refuses to walk, not weight bearing, non weight bearing, unable to weight bear, will not bear weight, won't bear weight, limping, limp, not moving … leg, not using … arm, refuses to bear weight`,
  `拒绝行走, 不愿走路, 不能负重, 跛行, 不肯走路, 患肢不动, 下肢不愿活动, 不敢走路`,
);
const battery = sign(
  'battery or magnet',
  `button battery, button cell, coin cell, coin battery, swallowed … battery, swallowed … magnet*, ingested … magnet*, ingested … battery`,
  `纽扣电池, 误吞电池, 吞入电池, 吞食磁铁, 误吞磁珠, 吞入磁力珠, 磁力珠, 误食电池`,
);

export const paediatricRules: readonly RedFlagRule[] = [
  {
    id: 'paediatric/fever-under-3-months',
    tier: 'ed-now',
    title: { en: 'Fever in an infant under 3 months', zh: '3 月龄以下婴儿发热' },
    action: {
      en: 'Children’s emergency department now: 38 °C or more at this age is a red sign by itself; blood, urine and often spinal fluid, and antibiotics.',
      zh: '立即送儿科急诊：此年龄体温 ≥38 °C 本身即为红色征象；须查血、尿，常需脑脊液，并用抗生素。',
    },
    source: {
      guideline: 'NICE NG143 Fever in under 5s (2019, updated 2021)',
      section:
        'Table 1 Traffic light system: red, age under 3 months, temperature 38 °C or higher',
    },
    when: all(
      any(underYears(THREE_MONTHS), says(newborn)),
      any(says(fever), atLeast(temperature, 38)),
    ),
  },
  {
    id: 'paediatric/seriously-ill',
    tier: 'ed-now',
    title: { en: 'A child with signs of serious illness', zh: '儿童重症征象' },
    action: {
      en: 'Children’s emergency department now: a child who is floppy, hard to wake, ashen or does not drink has a red or emergency sign, whatever the temperature.',
      zh: '立即送儿科急诊：松软、难以唤醒、肤色发灰或不能饮水均为红色或危重征象，与体温无关。',
    },
    source: {
      guideline: 'NICE NG143 Fever in under 5s (2019, updated 2021)',
      section: 'Table 1 Traffic light system: red signs',
    },
    when: all(any(underYears(5), says(newborn, child)), says(floppy, confusion)),
  },
  {
    id: 'paediatric/breathing',
    tier: 'ed-now',
    title: { en: 'A child in respiratory distress', zh: '儿童呼吸窘迫' },
    action: {
      en: 'Ambulance now: apnoea, grunting, severe recession, cyanosis or saturation under 92 %. Let the child choose the position.',
      zh: '立即呼叫 120：呼吸暂停、呻吟、明显凹陷、发绀或血氧 <92%。让患儿保持自己舒适的体位。',
    },
    source: {
      guideline: 'NICE NG9 Bronchiolitis in children (2015, updated 2021)',
      section: '1.2 When to refer: by 999 ambulance',
    },
    when: all(
      any(underYears(12), says(newborn, child)),
      any(says(hardBreathing), all(says(breathless), atMost(spo2, 91))),
    ),
  },
  {
    id: 'paediatric/bilious-vomiting',
    tier: 'ed-now',
    title: { en: 'Green vomit in an infant', zh: '婴儿胆汁样呕吐' },
    action: {
      en: 'Paediatric surgery now: malrotation with volvulus until proven otherwise; the whole bowel can be lost within hours.',
      zh: '立即送小儿外科：先按肠旋转不良伴扭转处理；数小时内可丧失全部肠管。',
    },
    source: {
      guideline:
        'NICE NG1 Gastro-oesophageal reflux disease in children (2015, updated 2019)',
      section: 'Table 1 Red flag symptoms: bile-stained vomit',
    },
    when: all(any(underYears(2), says(newborn, child)), says(biliousVomit)),
  },
  {
    id: 'paediatric/intussusception',
    tier: 'ed-now',
    title: { en: 'Possible intussusception', zh: '疑肠套叠' },
    action: {
      en: 'Children’s emergency department now: ultrasound and reduction by enema; blood in the stool comes late.',
      zh: '立即送儿科急诊：超声并空气或水压灌肠复位；血便出现较晚。',
    },
    source: {
      guideline: 'WHO Pocket book of hospital care for children, 2nd edition (2013)',
      section: 'Surgical problems: intussusception',
    },
    when: all(any(underYears(6), says(newborn, child)), says(intussusception)),
  },
  {
    id: 'paediatric/dehydration',
    tier: 'ed-now',
    title: { en: 'Dehydration in a child', zh: '儿童脱水' },
    action: {
      en: 'Children’s emergency department now when signs are present: shock needs intravenous fluid at once; without shock, oral rehydration begins on the way.',
      zh: '出现脱水征即送儿科急诊：休克者立即静脉补液；无休克者途中即开始口服补液。',
    },
    source: {
      guideline:
        'NICE CG84 Diarrhoea and vomiting caused by gastroenteritis in under 5s (2009)',
      section: '1.2 Assessing dehydration and shock',
    },
    when: all(
      any(underYears(12), says(newborn, child)),
      says(dehydrated),
      says(looseStool, vomiting, fever),
    ),
  },
  {
    id: 'paediatric/early-jaundice',
    tier: 'ed-now',
    title: {
      en: 'Jaundice in the first 24 hours, or signs of kernicterus',
      zh: '生后 24 小时内黄疸或核黄疸征象',
    },
    action: {
      en: 'Neonatal unit now: bilirubin within 2 hours; haemolysis can raise it to harmful levels within the day.',
      zh: '立即送新生儿科：2 小时内测胆红素；溶血可在当天使其升至有害水平。',
    },
    source: {
      guideline:
        'NICE CG98 Jaundice in newborn babies under 28 days (2010, updated 2023)',
      section: '1.2 Care for all babies: jaundice in the first 24 hours',
    },
    when: says(earlyJaundice),
  },
  {
    id: 'paediatric/maltreatment',
    tier: 'same-day',
    title: { en: 'An injury that may have been inflicted', zh: '疑似受虐伤' },
    action: {
      en: 'Same-day paediatric and safeguarding assessment; do not send the child home before. Head injury or altered behaviour: emergency department now.',
      zh: '当日儿科及儿童保护评估，评估前勿让患儿回家。头部受伤或行为改变者立即送急诊。',
    },
    source: {
      guideline:
        'NICE CG89 Child maltreatment: when to suspect maltreatment in under 18s (2009)',
      section: '1.1 Physical features: injuries',
    },
    when: all(any(underYears(18), says(newborn, child)), says(bruise)),
  },
  {
    id: 'paediatric/fever-and-limp',
    tier: 'ed-now',
    title: {
      en: 'Fever in a child who will not use a limb',
      zh: '儿童发热伴肢体不愿活动',
    },
    action: {
      en: 'Emergency department now: septic arthritis or osteomyelitis; the hip is ruined within days.',
      zh: '立即送急诊：疑化脓性关节炎或骨髓炎；髋关节可在数日内毁损。',
    },
    source: {
      guideline: 'NICE NG143 Fever in under 5s (2019, updated 2021)',
      section:
        'Septic arthritis/osteomyelitis: non-weight-bearing, not using an extremity',
    },
    when: all(any(underYears(16), says(child)), says(fever), says(limp)),
  },
  {
    id: 'paediatric/battery',
    tier: 'ed-now',
    title: { en: 'Swallowed battery or magnets', zh: '误吞纽扣电池或磁铁' },
    action: {
      en: 'Emergency department with endoscopy now: a battery in the oesophagus burns through it within 2 hours; X-ray at once.',
      zh: '立即送可内镜的急诊：食管内电池 2 小时内即可烧穿；立即拍片。',
    },
    source: {
      guideline: 'NASPGHAN Management of ingested foreign bodies in children (2015)',
      section: 'Button batteries; magnets',
    },
    when: says(battery),
  },
];
