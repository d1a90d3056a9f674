/** @file What the rules of allergy and airway must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const airwayExamples: ExamplesById = {
  'allergy/anaphylaxis': examples(
    {
      fires: 'Hives and wheeze after eating peanuts | Anaphylaxis after penicillin',
      silent: 'No hives, no wheeze | Denies hives, wheeze or lip swelling',
    },
    {
      fires: '青霉素注射后全身荨麻疹，呼吸困难 | 过敏性休克',
      silent: '无荨麻疹，无呼吸困难 | 否认过敏性休克',
    },
  ),
  'allergy/airway-swelling': examples(
    {
      fires: 'On ramipril, tongue swelling since this morning | Her throat is closing',
      silent: 'No lip swelling | Denies tongue swelling or angioedema',
    },
    {
      fires: '口服依那普利后舌体肿胀 | 喉头水肿，声音嘶哑',
      silent: '无口唇肿胀 | 未见喉头水肿',
    },
  ),
  'airway/stridor': examples(
    {
      fires:
        '3-year-old with stridor at rest | Drooling, sitting forward, muffled voice',
      silent: 'No stridor | No stridor or drooling',
    },
    {
      fires: '患儿吸气性喉鸣，犬吠样咳嗽 | 流涎，拒食，端坐前倾',
      silent: '无喉鸣 | 无喉鸣、流涎',
    },
  ),
  'airway/choking': examples(
    {
      fires: 'Toddler choked on a grape and turned red | Choking on a piece of meat',
      silent: 'No choking | Denies choking on food',
    },
    {
      fires: '进食花生后呛咳，疑气道异物 | 异物卡喉，不能说话',
      silent: '无异物吸入 | 否认异物吸入史',
    },
  ),
};
