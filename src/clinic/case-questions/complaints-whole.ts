/** @file Complaints of back, joints and skin, of women and children, of the whole body and of the mind. */
import { type Complaint, complaint } from './complaint.ts';

export const WHOLE: readonly Complaint[] = [
  complaint(
    ['back pain', '腰背痛'],
    [
      'back pain, backache, low back pain, lumbago, sciatica',
      '腰痛, 背痛, 腰背痛, 腰疼, 坐骨神经痛',
    ],
    'cauda cancer nightPain weight injury immunity tearing onset course provoking quality radiation severity sciatica fever before age history medication allergies',
  ),
  complaint(
    ['joint pain', '关节痛'],
    [
      'joint pain, arthralgia, swollen joint*, swollen knee, painful joint*, knee pain, hip pain, arthritis, shoulder pain',
      '关节痛, 关节肿, 关节疼, 膝痛, 髋痛, 关节炎, 肩痛',
    ],
    'hotJoint injury weightBearing immunity cancer onset course joints fever rash nightPain before family age history medication allergies',
  ),
  complaint(
    ['leg swelling', '下肢肿胀'],
    [
      'leg swelling, swollen leg*, swollen calf, ankle swelling, swollen ankles, leg oedema, leg edema',
      '下肢肿, 腿肿, 小腿肿, 下肢水肿, 踝部水肿',
    ],
    'breathless chestPain legSwelling haemoptysis hotJoint pregnancy onset course oedema clotRisk cardiacRisk urine age history medication allergies',
  ),
  complaint(
    ['rash', '皮疹'],
    [
      'rash*, hives, urticari*, spots, itchy skin, eczema, blister*',
      '皮疹, 红疹, 荨麻疹, 湿疹, 起疹, 水疱, 疱疹',
    ],
    'blanching swellingFace mucosa newDrug neck immunity onset course rashWhere itch fever travel age history medication allergies',
  ),
  complaint(
    ['mole or skin lesion', '痣或皮肤肿物'],
    [
      'mole, skin lesion, pigmented lesion, nevus, naevus, skin lump',
      '痣, 色素痣, 皮肤肿物, 皮损',
    ],
    'mole weight onset course itch sun family immunity age history medication allergies',
  ),
  complaint(
    ['injury', '外伤'],
    [
      'fell, fall, injury, injured, trauma, fracture, accident, wound, laceration, sprain*',
      '外伤, 摔倒, 跌倒, 受伤, 骨折, 车祸, 伤口, 扭伤',
    ],
    'headInjury distal anticoagulant neck weightBearing breathless abdominalPain woundTime severity tetanus age history medication allergies',
  ),
  complaint(
    ['vaginal bleeding', '阴道流血'],
    [
      'vaginal bleeding, pv bleed*, heavy period*, menorrhagia, postmenopausal bleeding',
      '阴道流血, 阴道出血, 月经过多, 绝经后出血',
    ],
    'pregnancy syncope bleedingWomb shoulderTip anticoagulant weight onset course abdominalPain periods discharge anaemia age history medication allergies',
  ),
  complaint(
    ['pregnancy complaint', '孕期不适'],
    ['pregnant, gravid, weeks pregnant, pregnancy', '怀孕, 妊娠, 孕妇, 孕周'],
    'bleedingWomb preeclampsia fetal syncope abdominalPain breathless onset fever vomiting urine before age history medication allergies',
  ),
  complaint(
    ['tiredness', '乏力'],
    [
      'fatigue*, tiredness, tired all the time, exhausted, lethargy',
      '乏力, 疲乏, 疲劳, 疲倦, 倦怠',
    ],
    'weight bleeding breathless suicide chestPain onset course fever thyroid anaemia sleep mood sugar age history medication allergies',
  ),
  complaint(
    ['weight loss', '体重下降'],
    ['weight loss, lost weight, losing weight', '体重下降, 消瘦, 体重减轻'],
    'swallowing bleeding bowelChange haemoptysis fever suicide onset appetite stool thyroid sugar mood smoking age history medication allergies',
  ),
  complaint(
    ['low mood or anxiety', '情绪低落或焦虑'],
    [
      'low mood, depress*, anxi*, panic, hopeless*, suicid*, self harm',
      '情绪低落, 抑郁, 焦虑, 惊恐, 绝望, 自杀, 自伤, 心情不好',
    ],
    'suicide psychosis pregnancy onset course mood sleep stress smoking mental thyroid age history medication allergies',
  ),
  complaint(
    ['unwell child', '患儿不适'],
    [
      'baby, infant*, toddler*, child, newborn*, neonat*',
      '患儿, 婴儿, 宝宝, 小儿, 幼儿, 新生儿, 孩子',
    ],
    'alert feeding nappies rash breathless fever neck onset vaccines development age history medication allergies',
  ),
];
