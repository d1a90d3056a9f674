/** @file Red flags of poisoning. */
import { all, any, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import { child, confusion, headache, syncope, unresponsive } from '../signs.ts';

const overdose = sign(
  'overdose',
  `overdose, overdosed, took too many, swallowed … tablets, swallowed … pills, took … paracetamol tablets, took … tablets of, ingested … tablets, paracetamol overdose, acetaminophen overdose, poisoning, toxic ingestion, took … whole bottle, swallowed … medication`,
  `过量服用, 服药过量, 药物中毒, 误服药物, 吞服大量, 大量服用, 误食药物, 药物过量, 误服大量, 中毒, 安眠药…瓶, 服安眠药, 服毒, 吞药, 吃了一瓶, 喝了一瓶药, 服药自杀`,
);
const pesticide = sign(
  'pesticide',
  `organophosph*, paraquat, pesticide*, herbicide*, insecticide*, rat poison, rodenticide*, weedkiller, weed killer, drank … pesticide, nerve agent`,
  `有机磷, 百草枯, 农药, 除草剂, 杀虫剂, 敌敌畏, 老鼠药, 毒鼠强, 鼠药, 乐果, 敌草快, 草甘膦`,
);
const carbonMonoxide = sign(
  'carbon monoxide',
  `carbon monoxide, co poisoning, faulty boiler, charcoal heater, gas heater, carboxyhaemoglobin, carboxyhemoglobin, charcoal burner, smoke inhalation, generator indoors`,
  `一氧化碳, 煤气中毒, 烧炭, 碳氧血红蛋白, 炭火取暖, 煤炉取暖, 燃气热水器, 烟雾吸入`,
);
const corrosive = sign(
  'corrosive',
  `drank bleach, swallowed bleach, caustic ingestion, swallowed acid, drank acid, swallowed … drain cleaner, drank … drain cleaner, corrosive ingestion, swallowed … caustic, ingested … caustic, swallowed … alkali`,
  `误服强酸, 误服强碱, 喝洁厕灵, 误饮消毒液, 腐蚀性, 吞服强酸, 误服洁厕灵, 误服烧碱, 喝了消毒液, 误服腐蚀剂`,
);
const opioid = sign(
  'opioid',
  `pinpoint pupils, heroin, fentanyl, opioid overdose, methadone, naloxone, opiate overdose`,
  `针尖样瞳孔, 海洛因, 芬太尼, 阿片类过量, 美沙酮, 吗啡过量`,
);
const slowBreath = sign(
  'slow breath',
  `slow breathing, respiratory depression, barely breathing, shallow breathing, pinpoint pupils`,
  `呼吸抑制, 呼吸浅慢, 呼吸慢, 针尖样瞳孔`,
);
const bite = sign(
  'venom',
  `snake bite, snakebite, bitten by a snake, bitten by a viper, bitten by a cobra, envenom*, scorpion sting, spider bite, jellyfish sting, snake … bit`,
  `毒蛇咬伤, 蛇咬伤, 被蛇咬, 蝎子蜇伤, 毒蜘蛛咬伤, 蛇咬, 水母蜇伤`,
);
const mushroom = sign(
  'mushrooms or methanol',
  `wild mushroom*, death cap, amanita, methanol, antifreeze, ethylene glycol, methyl alcohol, foraged mushroom*`,
  `野生菌, 毒蘑菇, 野蘑菇, 毒蕈, 甲醇, 工业酒精, 乙二醇, 假酒`,
);
const others = sign(
  'others ill too',
  'family members, others in … house, whole family, housemates, everyone in … house, poisoning',
  '家人同样, 同住者, 全家, 家人也有, 同屋, 中毒',
);

export const toxicRules: readonly RedFlagRule[] = [
  {
    id: 'toxic/overdose',
    tier: 'ed-now',
    title: { en: 'Overdose or poisoning', zh: '药物过量或中毒' },
    action: {
      en: 'Emergency department now, with the packets; ask the poisons service. Paracetamol: no early symptoms, a level from 4 hours on, acetylcysteine by nomogram. Ask about intent.',
      zh: '立即带药盒送急诊，咨询中毒控制中心。对乙酰氨基酚早期可无症状：4 小时后测浓度，按列线图用乙酰半胱氨酸。询问是否有意。',
    },
    source: {
      guideline:
        'Royal College of Emergency Medicine / NPIS Guideline on Antidote Availability for Emergency Departments (2021)',
      section: 'Immediately available antidotes',
    },
    when: says(overdose),
  },
  {
    id: 'toxic/pesticide',
    tier: 'ed-now',
    title: { en: 'Pesticide poisoning', zh: '农药中毒' },
    action: {
      en: 'Emergency department now: undress and wash, protect yourself; atropine and oxime for organophosphates; in paraquat no extra oxygen unless hypoxic.',
      zh: '立即送急诊：脱去衣物清洗，注意自我防护；有机磷用阿托品与肟类；百草枯非缺氧者勿给氧。',
    },
    source: {
      guideline: '急性有机磷农药中毒诊治临床专家共识（2016）',
      section: '诊断与急诊处理',
    },
    when: says(pesticide),
  },
  {
    id: 'toxic/carbon-monoxide',
    tier: 'ed-now',
    title: { en: 'Possible carbon monoxide poisoning', zh: '疑一氧化碳中毒' },
    action: {
      en: 'Everybody out of the place, high-flow oxygen, emergency department now: pulse oximetry reads falsely normal; measure carboxyhaemoglobin.',
      zh: '所有人撤离现场，高流量给氧，立即送急诊：指脉氧可假性正常，须测碳氧血红蛋白。',
    },
    source: {
      guideline: 'ACEP Clinical Policy: Acute Carbon Monoxide Poisoning (2017)',
      section: 'Evaluation and management in the emergency department',
    },
    when: any(
      all(
        says(carbonMonoxide),
        says(headache, confusion, syncope, unresponsive, others),
      ),
      says(
        sign(
          'CO poisoning',
          'carbon monoxide poisoning, co poisoning',
          '一氧化碳中毒, 煤气中毒',
        ),
      ),
    ),
  },
  {
    id: 'toxic/corrosive',
    tier: 'ed-now',
    title: { en: 'Swallowed corrosive', zh: '误服腐蚀性物质' },
    action: {
      en: 'Emergency department with endoscopy now: do not make vomit, do not neutralise; watch the airway.',
      zh: '立即送可内镜的急诊：勿催吐、勿中和；注意气道。',
    },
    source: {
      guideline: 'WSES guidelines: Esophageal emergencies (2019)',
      section: 'Caustic ingestion',
    },
    when: says(corrosive),
  },
  {
    id: 'toxic/opioid',
    tier: 'ed-now',
    title: { en: 'Possible opioid overdose', zh: '疑阿片类过量' },
    action: {
      en: 'Support breathing first, then naloxone in small steps; emergency department now: it wears off before the opioid does.',
      zh: '先支持呼吸，再小剂量滴定纳洛酮；立即送急诊：其作用短于阿片类。',
    },
    source: {
      guideline: 'WHO Community management of opioid overdose (2014)',
      section: 'Recommendations: naloxone; resuscitation',
    },
    when: all(says(opioid), says(unresponsive, confusion, overdose, slowBreath)),
  },
  {
    id: 'toxic/bite',
    tier: 'ed-now',
    title: { en: 'Venomous bite or sting', zh: '毒蛇或毒虫咬伤' },
    action: {
      en: 'Emergency department with antivenom now: keep the limb still and low; no cutting, sucking or tight tourniquet.',
      zh: '立即送有抗蛇毒血清的医院：患肢制动下垂；勿切开、吸吮或扎紧止血带。',
    },
    source: {
      guideline:
        'WHO SEARO Guidelines for the management of snakebites, 2nd edition (2016)',
      section: 'First aid; antivenom treatment',
    },
    when: says(bite),
  },
  {
    id: 'toxic/mushroom-alcohol',
    tier: 'ed-now',
    title: { en: 'Toxic mushrooms, methanol or glycol', zh: '毒蕈、甲醇或乙二醇中毒' },
    action: {
      en: 'Emergency department now even when well: liver, sight and kidneys are lost after a silent interval; fomepizole or ethanol, dialysis.',
      zh: '即使无症状也立即送急诊：假愈期后可损害肝、视力和肾；甲吡唑或乙醇、血液透析。',
    },
    source: {
      guideline: '中国蘑菇中毒诊治临床专家共识（2019）',
      section: '急诊处理',
    },
    when: says(mushroom),
  },
  {
    id: 'toxic/child-ingestion',
    tier: 'ed-now',
    title: { en: 'A child may have swallowed a drug', zh: '儿童疑误服药物' },
    action: {
      en: 'Ask the poisons service now; one tablet of a sulfonylurea, calcium channel blocker, tricyclic or opioid can kill a toddler: emergency department even when well.',
      zh: '立即咨询中毒控制中心；磺脲类、钙拮抗剂、三环类或阿片类一片即可致命：即使无症状也送急诊。',
    },
    source: {
      guideline: 'WHO Pocket book of hospital care for children, 2nd edition (2013)',
      section: '1.5 Common poisonings',
    },
    when: all(
      says(child),
      says(
        sign(
          'swallowed a drug',
          "swallowed grandma's, swallowed … pill*, swallowed … tablet*, ate … tablets, ate … pills, found with … tablets, accidental ingestion, ingested … tablets, swallowed … medicine",
          '误服, 误食药物, 误吃药, 偷吃药, 误服降压药, 误服降糖药, 吃了大人的药',
        ),
      ),
    ),
  },
];
