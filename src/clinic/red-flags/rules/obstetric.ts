/** @file Red flags in pregnancy and after a birth. */
import { all, any, atLeast, pregnant, says } from '../condition.ts';
import { diastolic, systolic } from '../measures.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  abdominalPain,
  blurredVision,
  headache,
  postpartum,
  seizure,
  severeHeadache,
  syncope,
} from '../signs.ts';

const bleeding = sign(
  'vaginal bleeding',
  `vaginal bleeding, vaginal blood, pv bleeding, pv bleed, bleeding per vagina, spotting, per vaginal bleeding, vaginal spotting, bleeding vaginally`,
  `阴道出血, 阴道流血, 见红, 下身出血, 阴道少量出血, 阴道大出血`,
);
const missedPeriod = sign(
  'a late period',
  `missed period, late period, missed … period, amenorrh*, period is late, weeks since lmp, positive hcg, ivf`,
  `停经, 月经推迟, 闭经, hcg阳性, 试管婴儿, 月经延迟`,
);
const ectopic = sign(
  'ectopic',
  'ectopic, ectopic pregnancy, pregnancy of unknown location',
  '异位妊娠, 宫外孕, 输卵管妊娠',
);
const shoulderTip = sign(
  'shoulder tip pain',
  'shoulder tip pain, shoulder tip',
  '肩部放射痛, 肩痛',
);
const upperBelly = sign(
  'pain under the ribs',
  `epigastric pain, right upper quadrant pain, ruq pain, pain under … ribs, upper abdominal pain`,
  `上腹痛, 右上腹痛, 上腹部疼痛, 右上腹疼痛, 上腹不适`,
);
const eclampsia = sign(
  'eclampsia',
  'eclampsia, eclamptic, hellp',
  '子痫, hellp, 子痫发作',
);
const preEclampsia = sign(
  'pre-eclampsia',
  'pre eclampsia, preeclampsia, severe pre eclampsia',
  '子痫前期, 重度子痫前期',
);
const fewMovements = sign(
  'fewer movements',
  `reduced fetal movement*, reduced foetal movement*, decreased fetal movement*, baby not moving, no fetal movement*, no foetal movement*, baby is moving less, baby moving less, less fetal movement*, fetal movements reduced, baby has not moved, hasn't felt … baby move, not felt … baby move, baby … stopped moving`,
  `胎动减少, 胎动消失, 无胎动, 没有胎动, 胎动明显减少, 胎动少, 未感胎动, 感觉不到胎动`,
);
const waters = sign(
  'labour before its time',
  `waters broke, waters have broken, ruptured membranes, rupture of membranes, leaking fluid, leaking liquor, gush of fluid, regular contractions, cord prolapse, umbilical cord … visible, contractions every, cord at … introitus`,
  `破水, 胎膜早破, 羊水流出, 规律宫缩, 脐带脱垂, 阴道流液, 羊水破`,
);
const heavyBleeding = sign(
  'heavy bleeding',
  `heavy bleeding, soaking … pad*, haemorrhage, hemorrhage, pph, passing large clots, heavy vaginal bleeding, heavy lochia, soaked … pads, bleeding heavily`,
  `大出血, 出血量多, 大量出血, 产后出血, 出血不止, 大量阴道出血, 阴道大出血, 恶露大量`,
);

export const obstetricRules: readonly RedFlagRule[] = [
  {
    id: 'obstetric/ectopic',
    tier: 'ed-now',
    title: { en: 'Possible ectopic pregnancy', zh: '疑异位妊娠' },
    action: {
      en: 'Emergency department with gynaecology now: hCG and transvaginal ultrasound. Collapse or shoulder tip pain means rupture: theatre, not imaging.',
      zh: '立即送有妇科的急诊：查 hCG 及经阴道超声。晕厥或肩痛提示破裂，直接手术而非影像。',
    },
    source: {
      guideline: 'NICE NG126 Ectopic pregnancy and miscarriage (2019)',
      section: '1.3 Symptoms and signs of ectopic pregnancy and initial assessment',
    },
    when: any(
      says(ectopic),
      all(
        any(pregnant, says(missedPeriod)),
        says(abdominalPain, shoulderTip),
        says(bleeding, syncope, shoulderTip),
      ),
    ),
  },
  {
    id: 'obstetric/bleeding',
    tier: 'ed-now',
    title: { en: 'Bleeding in pregnancy', zh: '妊娠期阴道出血' },
    action: {
      en: 'Maternity or gynaecology emergency unit now: in late pregnancy no vaginal examination before the placenta is located; give anti-D when Rh negative.',
      zh: '立即送产科或妇科急诊：孕晚期未明确胎盘位置前勿行阴道检查；Rh 阴性者用抗 D 免疫球蛋白。',
    },
    source: {
      guideline: 'RCOG Green-top Guideline No. 63 Antepartum Haemorrhage (2011)',
      section: 'Initial clinical assessment',
    },
    when: all(pregnant, says(bleeding, heavyBleeding)),
  },
  {
    id: 'obstetric/pre-eclampsia',
    tier: 'ed-now',
    title: {
      en: 'Possible severe pre-eclampsia or eclampsia',
      zh: '疑重度子痫前期或子痫',
    },
    action: {
      en: 'Maternity unit now: at 160/110 mmHg or more treat within the hour; magnesium sulphate for or against seizures. Up to 6 weeks after birth too.',
      zh: '立即送产科：血压 ≥160/110 mmHg 须 1 小时内降压；硫酸镁治疗或预防抽搐。产后 6 周内同样适用。',
    },
    source: {
      guideline: 'NICE NG133 Hypertension in pregnancy (2019, updated 2023)',
      section:
        '1.5 Management of pre-eclampsia; 1.8 severe hypertension in critical care',
    },
    when: any(
      says(eclampsia, preEclampsia),
      all(
        any(pregnant, says(postpartum)),
        any(
          says(severeHeadache, seizure),
          all(says(headache), says(blurredVision, upperBelly)),
          all(says(blurredVision), says(upperBelly)),
          atLeast(systolic, 160),
          atLeast(diastolic, 110),
        ),
      ),
    ),
  },
  {
    id: 'obstetric/fetal-movements',
    tier: 'same-day',
    title: { en: 'Reduced fetal movements', zh: '胎动减少' },
    action: {
      en: 'Maternity unit today, without waiting for tomorrow: fetal heart and growth are checked. None at all, pain or bleeding: now.',
      zh: '当日到产科检查胎心与胎儿生长，不要等到明天。胎动完全消失、腹痛或出血者立即就诊。',
    },
    source: {
      guideline: 'RCOG Green-top Guideline No. 57 Reduced Fetal Movements (2011)',
      section: 'Optimal management of women who perceive reduced fetal movements',
    },
    when: says(fewMovements),
  },
  {
    id: 'obstetric/labour',
    tier: 'ed-now',
    title: {
      en: 'Ruptured membranes, contractions or cord prolapse',
      zh: '胎膜早破、宫缩或脐带脱垂',
    },
    action: {
      en: 'Maternity unit now: before 37 weeks steroids and magnesium are a matter of hours. With a visible cord: knee–chest position, ambulance.',
      zh: '立即送产科：37 周前糖皮质激素与硫酸镁须在数小时内决定。见脐带者取膝胸位并呼叫 120。',
    },
    source: {
      guideline: 'NICE NG25 Preterm labour and birth (2015, updated 2022)',
      section:
        '1.3 Diagnosing preterm prelabour rupture of membranes; 1.7 diagnosing preterm labour',
    },
    when: all(pregnant, says(waters)),
  },
  {
    id: 'obstetric/postpartum-haemorrhage',
    tier: 'ed-now',
    title: { en: 'Postpartum haemorrhage', zh: '产后出血' },
    action: {
      en: 'Ambulance or maternity unit now: rub up the uterus, oxytocin, tranexamic acid within 3 hours, blood.',
      zh: '立即呼叫 120 或送产科：按摩子宫、缩宫素、3 小时内氨甲环酸、备血。',
    },
    source: {
      guideline: 'RCOG Green-top Guideline No. 52 Postpartum Haemorrhage (2016)',
      section: 'Management of postpartum haemorrhage',
    },
    when: any(
      all(says(postpartum), says(heavyBleeding)),
      says(
        sign(
          'postpartum haemorrhage',
          'postpartum haemorrhage, postpartum hemorrhage, pph',
          '产后出血, 产后大出血',
        ),
      ),
    ),
  },
];
