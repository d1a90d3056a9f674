/** @file Complaints of eyes, belly and urine. */
import { abdominalPain, confusion, vomiting } from '../red-flags/signs.ts';
import { type Complaint, complaint } from './complaint.ts';

export const MIDDLE: readonly Complaint[] = [
  complaint(
    ['confusion', '意识模糊'],
    confusion,
    'focal neck headInjury anticoagulant seizure breathless onset course fever urine sugar smoking age history medication allergies',
  ),
  complaint(
    ['eye pain or red eye', '眼痛或红眼'],
    [
      'red eye*, eye pain, painful eye, sore eye, pink eye, conjunctivitis',
      '眼红, 红眼, 眼痛, 眼睛痛, 眼睛红, 结膜炎',
    ],
    'vision eyePain halos chemical onset course eyeDischarge headache rash before age history medication allergies',
  ),
  complaint(
    ['loss of vision', '视力下降'],
    [
      'loss of vision, visual loss, vision loss, lost … vision, cannot see, blurred vision, sudden blindness, decreased vision',
      '视力下降, 视力丧失, 失明, 看不见, 视物模糊, 视力减退',
    ],
    'temporal halos focal eyePain headache injury onset course cardiacRisk before age history medication allergies',
  ),
  complaint(
    ['belly pain', '腹痛'],
    abdominalPain,
    'pregnancy bleeding vomitBlood peritonism obstruction syncope testis onset course provoking quality radiation severity vomiting stool fever urine meals periods appetite age history medication allergies',
  ),
  complaint(
    ['vomiting', '呕吐'],
    vomiting,
    'vomitBlood abdominalPain obstruction dehydration headache pregnancy headInjury onset course stool fever meals sugar travel age history medication allergies',
  ),
  complaint(
    ['diarrhoea', '腹泻'],
    [
      'diarrh*, loose stool*, watery stool*, bloody diarrh*',
      '腹泻, 拉肚子, 稀便, 水样便, 大便次数增多',
    ],
    'bleeding dehydration weight immunity onset course stool abdominalPain fever vomiting antibiotics travel age history medication allergies',
  ),
  complaint(
    ['constipation', '便秘'],
    [
      'constipat*, no bowel movement*, bowels not open*',
      '便秘, 大便干结, 排便困难, 几天没大便',
    ],
    'obstruction bleeding weight bowelChange cauda abdominalPain onset course vomiting meals thyroid age history medication allergies',
  ),
  complaint(
    ['bleeding from the bowel', '便血'],
    [
      'rectal bleeding, melaena, melena, black stool*, bloody stool*, blood in … stool*, pr bleeding',
      '便血, 黑便, 血便, 大便带血, 柏油样便',
    ],
    'syncope vomitBlood anticoagulant weight bowelChange abdominalPain onset course stool meals smoking age history medication allergies',
  ),
  complaint(
    ['jaundice', '黄疸'],
    ['jaundice*, yellow eyes, yellow skin, icter*', '黄疸, 眼黄, 皮肤黄, 巩膜黄染'],
    'fever confusion bleeding weight abdominalPain pregnancy onset course jaundice itch smoking travel age history medication allergies',
  ),
  complaint(
    ['trouble swallowing', '吞咽困难'],
    [
      'dysphagia, difficulty swallowing, trouble swallowing, food stick*',
      '吞咽困难, 哽噎, 咽下困难',
    ],
    'weight bleeding focal stridor onset course swallowing vomiting smoking meals age history medication allergies',
  ),
  complaint(
    ['heartburn', '烧心'],
    [
      'heartburn, acid reflux, indigestion, dyspepsia, reflux',
      '烧心, 反酸, 胃灼热, 消化不良',
    ],
    'swallowing weight bleeding vomitBlood chestPain onset course provoking meals smoking age history medication allergies',
  ),
  complaint(
    ['trouble passing water', '排尿不适'],
    [
      'dysuria, burning … urin*, urinary frequency, painful urination, haematuria, hematuria, blood in … urine, urine infection, uti, cannot pass urine',
      '尿痛, 尿频, 尿急, 血尿, 排尿困难, 尿不出, 尿路感染',
    ],
    'flank retention haematuria pregnancy testis cauda onset course urine fever discharge before age history medication allergies',
  ),
  complaint(
    ['flank pain', '腰腹部绞痛'],
    [
      'flank pain, loin pain, renal colic, kidney stone*',
      '腰腹痛, 肾绞痛, 侧腹痛, 肾结石',
    ],
    'haematuria retention pregnancy testis syncope onset course provoking quality radiation severity fever vomiting urine before age history medication allergies',
  ),
];
