/** @file Red flags of infection. */
import { all, any, atLeast, atMost, says } from '../condition.ts';
import {
  heartRate,
  lactate,
  respiratoryRate,
  systolic,
  temperature,
} from '../measures.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  confusion,
  fever,
  hypotensive,
  mottled,
  severePain,
  unresponsive,
} from '../signs.ts';

const sepsis = sign(
  'sepsis',
  `sepsis, septic, septicaemia, septicemia, septic shock, urosepsis`,
  `脓毒症, 败血症, 脓毒血症, 感染性休克, 脓毒性休克, 尿脓毒症`,
);
const infection = sign(
  'an infection',
  `infection, pneumonia, cellulitis, uti, urinary tract infection, pyelonephritis, cholangitis, abscess, infected`,
  `感染, 肺炎, 蜂窝织炎, 肾盂肾炎, 胆管炎, 脓肿, 泌尿系感染`,
);
const lowDefences = sign(
  'weak defences',
  `chemotherapy, chemo, neutropeni*, neutropaeni*, on immunosuppress*, immunosuppressed, immunocompromised, transplant recipient, asplenic, asplenia, splenectomy, on methotrexate, bone marrow transplant`,
  `化疗, 中性粒细胞减少, 粒细胞缺乏, 粒缺, 免疫抑制, 脾切除, 移植术后, 骨髓移植`,
);
const fasciitis = sign(
  'dying soft tissue',
  `necroti*, crepitus, subcutaneous emphysema, gas gangrene, fournier*, skin turning black, dusky skin, rapidly spreading, spreading redness, haemorrhagic bullae, hemorrhagic bullae`,
  `坏死性筋膜炎, 捻发感, 皮下捻发音, 气性坏疽, 皮肤发黑, 迅速蔓延, 迅速扩散, 血性水疱, 快速蔓延, 坏死性软组织感染`,
);
const softTissue = sign(
  'soft tissue',
  `cellulitis, skin, leg, wound, perineum, scrotum, arm, thigh, redness, erythema, scrotal, perineal, limb`,
  `皮肤, 小腿, 伤口, 会阴, 阴囊, 蜂窝织炎, 红肿, 下肢, 大腿, 肢体, 前臂`,
);
const hotJoint = sign(
  'hot joint',
  `septic arthritis, hot swollen joint, hot swollen knee, hot red joint, swollen hot joint, hot joint, red hot swollen, knee … hot … swollen, joint … hot … swollen, cannot move … joint, hip … unable to weight bear`,
  `化脓性关节炎, 关节红肿热痛, 膝关节红肿, 关节红肿, 感染性关节炎, 膝关节红肿热痛, 关节不能活动`,
);
const tetanus = sign(
  'tetanus',
  'lockjaw, trismus, tetanus, risus sardonicus',
  '破伤风, 牙关紧闭, 苦笑面容',
);
const rabies = sign(
  'exposure to rabies',
  `hydrophobia, rabies, bitten by a … dog, dog bite, bat bite, bitten by a bat, bitten by a stray`,
  `恐水, 狂犬病, 被狗咬, 犬咬伤, 蝙蝠咬伤, 被流浪狗咬`,
);
const malariaRisk = sign(
  'travel',
  `returned from … africa, returned from … nigeria, returned from … ghana, travel* … africa, back from … africa, malaria, recent travel to … tropics, returned from … malaria, travelled to … africa, returned from … uganda`,
  `非洲回国, 非洲归来, 非洲返回, 从非洲, 疟疾, 疟区, 非洲务工, 非洲旅行`,
);

export const sepsisRules: readonly RedFlagRule[] = [
  {
    id: 'sepsis/suspected',
    tier: 'ed-now',
    title: { en: 'Possible sepsis', zh: '疑脓毒症' },
    action: {
      en: 'Emergency department now: lactate and cultures, antibiotics within an hour when shock is likely, fluids for low pressure or lactate of 4 mmol/L or more.',
      zh: '立即送急诊：查乳酸与血培养；疑休克者 1 小时内用抗生素；低血压或乳酸 ≥4 mmol/L 者补液复苏。',
    },
    source: {
      guideline:
        'Surviving Sepsis Campaign: International Guidelines for Management of Sepsis and Septic Shock 2021',
      section:
        'Screening and early treatment; initial resuscitation; time to antibiotics',
    },
    when: any(
      says(sepsis),
      all(
        any(says(fever, infection), atLeast(temperature, 38), atMost(temperature, 36)),
        any(
          says(confusion, unresponsive, hypotensive, mottled),
          atMost(systolic, 100),
          atLeast(heartRate, 131),
          atLeast(respiratoryRate, 25),
          atLeast(lactate, 2.1),
        ),
      ),
    ),
  },
  {
    id: 'sepsis/weak-defences',
    tier: 'ed-now',
    title: { en: 'Fever with weakened defences', zh: '免疫低下伴发热' },
    action: {
      en: 'Emergency department now: treat as neutropenic sepsis, antibiotics within an hour, before the blood count is known.',
      zh: '立即送急诊：按粒缺脓毒症处理，不等血常规，1 小时内用抗生素。',
    },
    source: {
      guideline: 'NICE CG151 Neutropenic sepsis (2012)',
      section: 'When to refer; managing suspected neutropenic sepsis',
    },
    when: all(says(lowDefences), any(says(fever), atLeast(temperature, 38))),
  },
  {
    id: 'sepsis/necrotising-infection',
    tier: 'ed-now',
    title: {
      en: 'Possible necrotising soft tissue infection',
      zh: '疑坏死性软组织感染',
    },
    action: {
      en: 'Emergency department with surgery now: it spreads by the hour; exploration must not wait for an image.',
      zh: '立即送有外科的急诊：病变按小时扩展，手术探查不应等待影像。',
    },
    source: {
      guideline:
        'IDSA Practice Guidelines for Skin and Soft Tissue Infections (2014 update)',
      section: 'Necrotizing fasciitis, including Fournier gangrene',
    },
    when: any(
      all(says(fasciitis), says(softTissue, infection, severePain, fever)),
      says(
        sign(
          'necrotising fasciitis',
          'necrotising fasciitis, necrotizing fasciitis, fournier*, gas gangrene',
          '坏死性筋膜炎, 气性坏疽',
        ),
      ),
    ),
  },
  {
    id: 'sepsis/septic-joint',
    tier: 'ed-now',
    title: { en: 'Possible septic arthritis', zh: '疑化脓性关节炎' },
    action: {
      en: 'Emergency department today, at once: aspirate before antibiotics; cartilage is destroyed within days.',
      zh: '立即送急诊：先关节穿刺再用抗生素；软骨可在数日内毁损。',
    },
    source: {
      guideline:
        'BSR, BHPR, BOA, RCGP and BSAC guidelines for management of the hot swollen joint in adults (2006)',
      section: 'Recognition and joint aspiration',
    },
    when: says(hotJoint),
  },
  {
    id: 'sepsis/tropical-fever',
    tier: 'same-day',
    title: { en: 'Fever after travel to a malarious region', zh: '疟区旅行后发热' },
    action: {
      en: 'Malaria film and antigen test today, in hospital: falciparum malaria can become severe within a day. Confusion, jaundice or breathlessness: emergency department now.',
      zh: '当日在医院查疟原虫涂片及抗原：恶性疟一天内即可转重。意识障碍、黄疸或呼吸困难者立即送急诊。',
    },
    source: {
      guideline: 'WHO Guidelines for malaria (2023)',
      section: 'Diagnosing malaria; treating severe malaria',
    },
    when: all(says(fever), says(malariaRisk)),
  },
  {
    id: 'sepsis/rabies-exposure',
    tier: 'same-day',
    title: { en: 'Possible exposure to rabies', zh: '狂犬病暴露' },
    action: {
      en: 'Today: wash the wound for 15 minutes, vaccine and immunoglobulin by category of exposure; once signs appear rabies is fatal. Fear of water or spasms: emergency department now.',
      zh: '当日处置：伤口冲洗 15 分钟，按暴露分级接种疫苗及免疫球蛋白；一旦发病几乎必死。恐水或痉挛者立即送急诊。',
    },
    source: {
      guideline: 'WHO position paper: Rabies vaccines (2018)',
      section: 'Post-exposure prophylaxis by category of exposure',
    },
    when: says(rabies),
  },
  {
    id: 'sepsis/tetanus',
    tier: 'ed-now',
    title: { en: 'Possible tetanus', zh: '疑破伤风' },
    action: {
      en: 'Emergency department with intensive care now: immunoglobulin, wound cleaning and airway care on clinical suspicion; no test excludes it.',
      zh: '立即送有重症监护的急诊：临床疑诊即用免疫球蛋白、清创并保护气道；没有检查可以排除。',
    },
    source: {
      guideline:
        'UKHSA Tetanus: guidance on the management of suspected cases and tetanus-prone wounds',
      section: 'Management of suspected tetanus',
    },
    when: says(tetanus),
  },
];
