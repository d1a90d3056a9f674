/** @file Red flags after injury, heat and cold. */
import { all, any, atLeast, fromYears, says } from '../condition.ts';
import { temperature } from '../measures.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  confusion,
  headache,
  seizure,
  severeHeadache,
  syncope,
  unresponsive,
  vomiting,
} from '../signs.ts';

const headInjury = sign(
  'head injury',
  `head injury, head trauma, hit … head, struck … head, banged … head, blow to … head, fell … head, knocked out, bumped … head`,
  `头部外伤, 颅脑外伤, 头部受伤, 撞到头, 头部撞击, 摔伤头部, 头外伤, 头部着地, 碰到头`,
);
const headDanger = sign(
  'signs of a bleeding head',
  `amnesia, cannot remember, warfarin, anticoagula*, apixaban, rivaroxaban, clear fluid from … nose, clear fluid from … ear, csf leak, csf rhinorrhoea, battle's sign, raccoon eyes, panda eyes, skull fracture, unequal pupils, knocked out, clopidogrel`,
  `遗忘, 记不起, 抗凝, 华法林, 脑脊液漏, 耳漏, 鼻漏, 熊猫眼, 颅骨骨折, 瞳孔不等大, 利伐沙班, 逆行性遗忘, 氯吡格雷`,
);
const majorTrauma = sign(
  'major trauma',
  `high speed, road traffic accident, road traffic collision, motor vehicle collision, motor vehicle accident, hit by a car, hit by car, run over, ejected from, fall from height, fell from … metres, fell from … meters, fell from … roof, stabbed, stab wound, gunshot, gsw, polytrauma, crush injury, crushed, flail chest, pelvic fracture, unstable pelvis, impaled, explosion, amputat*, fell from … ladder, fell from … storey`,
  `高处坠落, 车祸, 交通事故, 被车撞, 刀刺伤, 枪伤, 多发伤, 挤压伤, 骨盆骨折, 连枷胸, 贯通伤, 爆炸伤, 断肢, 坠楼, 离断, 碾压`,
);
const bleedingOut = sign(
  'bleeding that does not stop',
  `bleeding won't stop, uncontrolled bleeding, uncontrolled haemorrhage, uncontrolled hemorrhage, spurting blood, arterial bleeding, catastrophic haemorrhage, exsanguinat*, bleeding … not stopping, blood is spurting, bleeding profusely, nosebleed … not stopping, nosebleed won't stop, blood spurting`,
  `出血不止, 喷射性出血, 动脉出血, 血流不止, 无法止血, 止不住血, 大量失血, 活动性大出血`,
);
const openFracture = sign(
  'open fracture or compartment',
  `open fracture, compound fracture, bone sticking out, exposed bone, bone … visible, compartment syndrome, pain on passive stretch, tense compartment, bone … through … skin`,
  `开放性骨折, 骨外露, 骨头露出, 骨筋膜室综合征, 筋膜室综合征, 被动牵拉痛, 骨质外露`,
);
const spine = sign(
  'spinal injury',
  `cannot feel … legs, can't feel … legs, midline neck tenderness, cervical spine fracture, neck fracture, spinal injury, diving accident, no feeling below, cannot move … legs, spinal fracture`,
  `脊柱损伤, 颈椎骨折, 颈椎外伤, 高位截瘫, 感觉不到双腿, 双腿不能动, 脊髓损伤, 颈部中线压痛, 双下肢不能动`,
);
const burn = sign(
  'severe burn',
  `full thickness burn*, third degree burn*, circumferential burn*, facial burn*, burns to … face, electrical burn*, electrocut*, electric shock, inhalation injury, soot in … mouth, singed nasal, chemical burn*, burns over, burned over, lightning strike, struck by lightning, singed … hair, inhalational injury`,
  `大面积烧伤, 三度烧伤, 深度烧伤, 环形烧伤, 面部烧伤, 电击伤, 触电, 吸入性损伤, 化学烧伤, 雷击, 呼吸道烧伤, 严重烫伤, 大面积烫伤, 电烧伤`,
);
const heat = sign(
  'heat',
  `heat stroke, heatstroke, heat exhaustion, hot weather, heat wave, marathon, working outdoors in … heat, exertional heat, after running in … heat, left in a hot car, in … hot sun`,
  `中暑, 热射病, 高温作业, 高温环境, 烈日下, 暴晒, 高温天气, 马拉松`,
);
const drowning = sign(
  'drowning',
  'drown*, near drowning, submersion, pulled from … water, submerged, pulled from … pool',
  '溺水, 淹溺, 落水, 溺亡, 溺水后',
);

export const injuryRules: readonly RedFlagRule[] = [
  {
    id: 'injury/head',
    tier: 'ed-now',
    title: { en: 'Head injury with danger signs', zh: '头部外伤伴危险征象' },
    action: {
      en: 'Emergency department now: CT within the hour by criteria; anticoagulated patients are scanned even when well. Protect the neck.',
      zh: '立即送急诊：按标准 1 小时内 CT；抗凝者即使无症状也须扫描。保护颈椎。',
    },
    source: {
      guideline: 'NICE NG232 Head injury: assessment and early management (2023)',
      section: 'Referral to an emergency department; criteria for CT head scan',
    },
    when: all(
      says(headInjury),
      any(
        says(
          vomiting,
          syncope,
          confusion,
          seizure,
          unresponsive,
          headDanger,
          severeHeadache,
        ),
        all(fromYears(65), says(headache)),
      ),
    ),
  },
  {
    id: 'injury/major-trauma',
    tier: 'ed-now',
    title: { en: 'Major trauma', zh: '严重创伤' },
    action: {
      en: 'Trauma centre now by ambulance: stop bleeding, protect the spine, tranexamic acid within 3 hours. A good first look does not exclude inner bleeding.',
      zh: '立即由救护车送创伤中心：止血、保护脊柱、3 小时内氨甲环酸。初看平稳不能排除内出血。',
    },
    source: {
      guideline: 'NICE NG39 Major trauma: assessment and initial management (2016)',
      section: '1.5 Management of haemorrhage in pre-hospital and hospital settings',
    },
    when: says(majorTrauma),
  },
  {
    id: 'injury/bleeding',
    tier: 'ed-now',
    title: { en: 'Bleeding that does not stop', zh: '无法控制的出血' },
    action: {
      en: 'Direct pressure, then a tourniquet on a limb, now; ambulance. Note the time of the tourniquet.',
      zh: '立即直接压迫，四肢可用止血带并记录时间；呼叫 120。',
    },
    source: {
      guideline: 'European Resuscitation Council Guidelines 2021',
      section: 'First aid: control of life-threatening bleeding',
    },
    when: says(bleedingOut),
  },
  {
    id: 'injury/open-fracture',
    tier: 'ed-now',
    title: {
      en: 'Open fracture or compartment syndrome',
      zh: '开放性骨折或骨筋膜室综合征',
    },
    action: {
      en: 'Emergency department with orthopaedics now: antibiotics within an hour for an open fracture; a tense compartment is opened within hours.',
      zh: '立即送有骨科的急诊：开放性骨折 1 小时内用抗生素；筋膜室高压须数小时内切开减压。',
    },
    source: {
      guideline: 'NICE NG37 Fractures (complex): assessment and management (2016)',
      section:
        '1.1 Pre-hospital settings; 1.2 Hospital settings: open fractures, compartment syndrome',
    },
    when: says(openFracture),
  },
  {
    id: 'injury/spine',
    tier: 'ed-now',
    title: { en: 'Possible spinal injury', zh: '疑脊柱脊髓损伤' },
    action: {
      en: 'Emergency department now without moving the spine: immobilise in line, watch breathing and pressure.',
      zh: '立即送急诊，保持脊柱轴线制动，监测呼吸与血压。',
    },
    source: {
      guideline: 'NICE NG41 Spinal injury: assessment and initial management (2016)',
      section: '1.1 Assessment and management in pre-hospital settings',
    },
    when: says(spine),
  },
  {
    id: 'injury/burn',
    tier: 'ed-now',
    title: { en: 'Severe, electrical or airway burn', zh: '严重、电击或呼吸道烧伤' },
    action: {
      en: 'Cool with running water for 20 minutes; emergency department or burn centre now. Soot, hoarseness or a burned face: early intubation. Electrical: ECG.',
      zh: '流动冷水冲 20 分钟，立即送急诊或烧伤中心。口鼻黑灰、声嘶或面部烧伤者尽早插管；电击伤查心电图。',
    },
    source: {
      guideline:
        'National Network for Burn Care: National Burn Care Referral Guidance (2012)',
      section: 'Complex burns: thresholds for referral',
    },
    when: says(burn),
  },
  {
    id: 'injury/heat-stroke',
    tier: 'ed-now',
    title: { en: 'Possible heat stroke', zh: '疑热射病' },
    action: {
      en: 'Cool first, best in cold water, then transport: below 39 °C within 30 minutes decides who survives.',
      zh: '先降温（最好冷水浸浴）后转运：30 分钟内降至 39 °C 以下决定生存。',
    },
    source: {
      guideline: '热射病急诊诊断与治疗专家共识（2021 版）',
      section: '现场急救与快速降温',
    },
    when: all(
      says(heat),
      any(says(confusion, unresponsive, seizure, syncope), atLeast(temperature, 40)),
    ),
  },
  {
    id: 'injury/drowning',
    tier: 'ed-now',
    title: { en: 'Drowning', zh: '溺水' },
    action: {
      en: 'Five rescue breaths first when not breathing, then CPR; everyone who inhaled water is watched in hospital.',
      zh: '无呼吸者先给 5 次人工呼吸再心肺复苏；凡吸入水者均须留院观察。',
    },
    source: {
      guideline: 'European Resuscitation Council Guidelines 2021',
      section: 'Cardiac arrest in special circumstances: drowning',
    },
    when: says(drowning),
  },
];
