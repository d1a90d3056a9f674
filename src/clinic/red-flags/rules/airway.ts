/** @file Red flags of allergy and of the upper airway. */
import { all, any, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import { breathless, hypotensive, syncope, vomiting } from '../signs.ts';

const anaphylaxis = sign(
  'anaphylaxis',
  'anaphylaxis, anaphylactic, anaphylactic shock',
  '过敏性休克, 严重过敏反应, 过敏休克',
);
const hives = sign(
  'hives',
  `hives, urticaria*, wheals, allergic reaction, widespread itchy rash, generalised rash, generalized rash, itchy rash`,
  `荨麻疹, 风团, 风疹块, 过敏反应, 全身皮疹, 全身瘙痒, 全身起疹, 全身皮肤瘙痒`,
);
const exposure = sign(
  'exposure to an allergen',
  `after eating … peanut*, after peanut*, bee sting, wasp sting, stung by, after eating … nut*, after penicillin, after antibiotic*, after eating … shellfish, after contrast, after vaccin*`,
  `蜂蜇, 蜜蜂蜇伤, 马蜂蜇伤, 进食花生后, 吃花生后, 吃海鲜后, 食用海鲜后, 青霉素注射后, 输注抗生素后, 用药后, 注射造影剂后, 静滴头孢后, 进食海鲜后, 接种疫苗后`,
);
const swelling = sign(
  'swelling of the airway',
  `lips … swelling, tongue … swelling, throat … swelling, lips … swollen, tongue … swollen, swollen tongue, tongue swelling, lip swelling, swollen lips, swollen lip, throat swelling, throat closing, throat tightness, throat is closing, angioedema, angio oedema, facial swelling, swelling of … tongue, swelling of … lips, swelling of … throat, face swelling`,
  `喉头水肿, 舌肿, 舌头肿胀, 嘴唇肿胀, 口唇肿胀, 喉咙发紧, 咽喉发紧, 血管性水肿, 面部肿胀, 喉部紧缩感, 喉水肿, 舌体肿胀, 咽喉肿胀`,
);
const wheeze = sign('wheeze', 'wheez*, bronchospasm', '喘息, 哮鸣音, 喘鸣, 支气管痉挛');
const stridor = sign(
  'stridor',
  `stridor, stridulous, drooling, muffled voice, hot potato voice, tripod position, tripoding, epiglottitis, cannot swallow saliva, unable to swallow saliva, can't swallow … saliva`,
  `喉鸣, 吸气性喉鸣, 喉喘鸣, 流涎, 会厌炎, 三凹征, 吸气性呼吸困难, 含物音, 不能吞咽唾液, 唾液不能下咽`,
);
const choking = sign(
  'choking',
  `choking, choked on, foreign body aspiration, inhaled … foreign body, airway obstruction, inhaled a peanut, aspirated a peanut`,
  `异物吸入, 气道异物, 气管异物, 气道梗阻, 呛入异物, 噎住, 异物卡喉, 窒息`,
);

export const airwayRules: readonly RedFlagRule[] = [
  {
    id: 'allergy/anaphylaxis',
    tier: 'ed-now',
    title: { en: 'Possible anaphylaxis', zh: '疑严重过敏反应' },
    action: {
      en: 'Intramuscular adrenaline into the thigh now (adult 0.5 mg; verify the dose), lay flat, call an ambulance: delay of adrenaline is what patients die of.',
      zh: '立即大腿外侧肌注肾上腺素（成人 0.5 mg，请核对剂量），平卧，呼叫 120：延误使用肾上腺素是主要死因。',
    },
    source: {
      guideline: 'World Allergy Organization Anaphylaxis Guidance 2020',
      section: 'Criteria for the diagnosis of anaphylaxis; first-line treatment',
    },
    when: any(
      says(anaphylaxis),
      all(
        says(hives, exposure),
        says(breathless, wheeze, swelling, hypotensive, syncope, stridor, vomiting),
      ),
    ),
  },
  {
    id: 'allergy/airway-swelling',
    tier: 'ed-now',
    title: { en: 'Swelling of tongue, lips or throat', zh: '舌、唇或咽喉肿胀' },
    action: {
      en: 'Emergency department now, ready for a difficult airway: swelling can close the airway within minutes, with or without hives (ACE inhibitors, hereditary angioedema).',
      zh: '立即送急诊并做好困难气道准备：肿胀可在数分钟内阻塞气道，可无荨麻疹（ACEI 或遗传性血管性水肿）。',
    },
    source: {
      guideline:
        'WAO/EAACI guideline for the management of hereditary angioedema (2021 revision)',
      section: 'Upper airway attacks',
    },
    when: says(swelling),
  },
  {
    id: 'airway/stridor',
    tier: 'ed-now',
    title: { en: 'Threatened upper airway', zh: '上气道梗阻危险' },
    action: {
      en: 'Emergency department now, sitting as the patient prefers; do not examine the throat or upset a child: the airway may close at once.',
      zh: '立即送急诊，保持患者舒适的坐位；勿检查咽喉、勿惊扰患儿：气道可能骤然闭塞。',
    },
    source: {
      guideline: 'WHO, ICRC and MSF Interagency Integrated Triage Tool (2020)',
      section: 'Red criteria: airway and breathing',
    },
    when: says(stridor),
  },
  {
    id: 'airway/choking',
    tier: 'ed-now',
    title: { en: 'Foreign body in the airway', zh: '气道异物' },
    action: {
      en: 'Back blows and thrusts when coughing fails, ambulance now; also after it seems to have passed, bronchoscopy may be needed.',
      zh: '咳嗽无效时行背部叩击与腹部（婴儿为胸部）冲击，呼叫 120；即使看似缓解，仍可能需支气管镜检查。',
    },
    source: {
      guideline: 'European Resuscitation Council Guidelines 2021',
      section: 'Basic life support: foreign body airway obstruction',
    },
    when: says(choking),
  },
];
