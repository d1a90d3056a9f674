/** @file What the rules of poisoning must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const toxicExamples: ExamplesById = {
  'toxic/overdose': examples(
    {
      fires: 'Paracetamol overdose 3 hours ago | She swallowed 30 tablets',
      silent: 'No overdose | Denies overdose or poisoning',
    },
    { fires: '服药过量3小时 | 药物中毒', silent: '无药物过量 | 否认服药过量' },
  ),
  'toxic/pesticide': examples(
    {
      fires: 'Drank paraquat this morning | Farmer, organophosphate on the skin',
      silent: 'No pesticide exposure | Denies organophosphate contact',
    },
    { fires: '口服敌敌畏30ml | 误服百草枯', silent: '无农药接触 | 否认有机磷接触' },
  ),
  'toxic/carbon-monoxide': examples(
    {
      fires:
        'Headache, faulty boiler, family members ill too | Carbon monoxide poisoning',
      silent: 'Headache, no faulty boiler | No carbon monoxide poisoning',
    },
    {
      fires: '煤炉取暖后头痛，家人同样不适 | 一氧化碳中毒',
      silent: '头痛，无煤炉取暖 | 已排除煤气中毒',
    },
  ),
  'toxic/corrosive': examples(
    {
      fires: 'Drank bleach an hour ago | Swallowed drain cleaner',
      silent: 'No caustic ingestion | Denies corrosive ingestion',
    },
    { fires: '误服洁厕灵 | 喝了消毒液', silent: '无腐蚀性物质接触 | 否认误服强酸' },
  ),
  'toxic/opioid': examples(
    {
      fires: 'Pinpoint pupils, unresponsive | Heroin use, barely breathing',
      silent:
        'No heroin, no respiratory depression | No pinpoint pupils, not unresponsive',
    },
    {
      fires: '针尖样瞳孔，昏迷 | 芬太尼过量，呼吸抑制',
      silent: '无针尖样瞳孔，无昏迷 | 否认海洛因，无呼吸抑制',
    },
  ),
  'toxic/bite': examples(
    {
      fires: 'Snake bite on the ankle | Bitten by a viper',
      silent: 'No snake bite | Denies scorpion sting',
    },
    { fires: '毒蛇咬伤右足 | 被蛇咬2小时', silent: '无蛇咬伤 | 否认毒蛇咬伤' },
  ),
  'toxic/mushroom-alcohol': examples(
    {
      fires: 'Ate wild mushrooms yesterday, vomiting | Drank methanol',
      silent: 'No wild mushrooms eaten | Denies methanol or antifreeze',
    },
    { fires: '食用野生菌后呕吐 | 误饮工业酒精', silent: '无食用野蘑菇 | 否认甲醇接触' },
  ),
  'toxic/child-ingestion': examples(
    {
      fires:
        "Toddler swallowed grandma's tablets | Child found with open tablets, accidental ingestion",
      silent: 'Child, no accidental ingestion | Baby, denies accidental ingestion',
    },
    {
      fires: '患儿误服降压药 | 孩子误食药物1小时',
      silent: '患儿无误服药物史 | 孩子否认误食药物',
    },
  ),
};
