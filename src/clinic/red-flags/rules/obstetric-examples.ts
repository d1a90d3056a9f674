/** @file What the rules of pregnancy and birth must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const obstetricExamples: ExamplesById = {
  'obstetric/ectopic': examples(
    {
      fires:
        'Pregnant 7 weeks, abdominal pain and vaginal bleeding | Missed period, lower abdominal pain, fainted',
      silent: 'Pregnant, no abdominal pain, no bleeding | Ectopic was ruled out',
    },
    {
      fires: '停经7周，下腹痛伴阴道流血 | 早孕，腹痛，晕厥',
      silent: '停经7周，无腹痛，无阴道流血 | 已排除宫外孕',
    },
  ),
  'obstetric/bleeding': examples(
    {
      fires: '32 weeks pregnant with vaginal bleeding | Pregnant, heavy bleeding',
      silent: '32 weeks pregnant, no vaginal bleeding | Not pregnant, no bleeding',
    },
    {
      fires: '孕32周，阴道出血 | 孕妇，阴道流血2小时',
      silent: '孕32周，无阴道出血 | 未怀孕，无阴道流血',
    },
  ),
  'obstetric/pre-eclampsia': examples(
    {
      fires: '34 weeks pregnant, headache and blurred vision | Pregnant, BP 168/112',
      silent:
        '34 weeks pregnant, no headache or blurred vision, BP 118/70 | No pre-eclampsia',
    },
    {
      fires: '孕34周，头痛、视物模糊 | 孕36周，血压170/115mmHg',
      silent: '孕34周，无头痛、视物模糊，血压110/70 | 无子痫前期',
    },
  ),
  'obstetric/fetal-movements': examples(
    {
      fires:
        '30 weeks, reduced fetal movements since yesterday | Baby is moving less today',
      silent: 'No reduced fetal movements | Denies reduced fetal movements',
    },
    {
      fires: '孕33周，胎动减少1天 | 今日胎动消失',
      silent: '无胎动减少 | 否认胎动减少',
    },
  ),
  'obstetric/labour': examples(
    {
      fires: 'Pregnant 33 weeks, waters broke | Pregnant, contractions every 5 minutes',
      silent:
        'Pregnant 33 weeks, no contractions, no ruptured membranes, no leaking fluid | Pregnant, denies leaking fluid',
    },
    {
      fires: '孕33周，破水 | 孕30周，规律宫缩',
      silent: '孕33周，无破水 | 孕30周，否认阴道流液',
    },
  ),
  'obstetric/postpartum-haemorrhage': examples(
    {
      fires: 'Two days postpartum, soaking a pad every hour | Postpartum haemorrhage',
      silent: 'Postpartum, no heavy bleeding | No postpartum haemorrhage',
    },
    {
      fires: '产后2天，大量出血 | 产后大出血',
      silent: '产后2天，无大量出血 | 无产后出血',
    },
  ),
};
