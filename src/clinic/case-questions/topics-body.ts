/** @file What is asked about skin, joints and back, about women and about children. */
import { ask, background, danger } from './topic.ts';

const CHILD = { belowYears: 6 } as const;
const WOMEN = { sex: 'female', fromYears: 11 } as const;

export const BODY = {
  rash: danger(
    ['Is there a rash; does it fade under a glass?', '有没有皮疹？压之褪色吗？'],
    [
      'rash*, petechi*, purpur*, non blanching, nonblanching, blanch*, spots, urticari*, hives',
      '皮疹, 瘀点, 紫癜, 压之褪色, 压之不褪色, 出疹, 荨麻疹, 红疹',
    ],
  ),
  blanching: danger(
    ['Does the rash fade under a glass?', '皮疹压之褪色吗？'],
    [
      'petechi*, purpur*, non blanching, nonblanching, blanch*, glass test, fades',
      '瘀点, 紫癜, 压之褪色, 压之不褪色, 玻璃试验',
    ],
  ),
  rashWhere: ask(
    [
      'Where did it begin, how did it spread, what does it look like?',
      '从哪里开始？如何蔓延？什么样子？',
    ],
    [
      'began on … face, trunk, limbs, spread*, vesic*, blister*, macul*, papul*, scal*, plaque*, ring',
      '躯干, 四肢, 面部, 蔓延, 水疱, 斑疹, 丘疹, 脱屑, 环形',
    ],
  ),
  itch: ask(
    ['Does it itch or hurt?', '痒还是痛？'],
    ['itch*, pruri*, painful, not itchy, tender', '瘙痒, 痒, 疼痛, 不痒, 触痛'],
  ),
  newDrug: danger(
    ['New medicine, food or product before it?', '发病前有没有新用药、食物或用品？'],
    [
      'new medication*, new drug*, started taking, after taking, antibiotic*, new soap, new food, new product, after eating',
      '新药, 新用药, 服药后, 用药后, 抗生素, 新食物, 化妆品, 食用',
    ],
  ),
  mucosa: danger(
    [
      'Are mouth, eyes or genitals sore; does skin peel?',
      '口腔、眼或外阴有没有破溃？皮肤剥脱吗？',
    ],
    [
      'mucos*, mouth ulcer*, mouth sores, sore eyes, skin peel*, peeling, genital*, blister*',
      '黏膜, 口腔溃疡, 口腔破溃, 剥脱, 外阴, 水疱',
    ],
  ),
  swellingFace: danger(
    [
      'Swelling of lips, tongue or face, trouble breathing?',
      '有没有唇、舌、面部肿胀或呼吸困难？',
    ],
    [
      'lip swelling, swollen lip*, tongue swelling, swollen tongue, facial swelling, face swelling, angioedema, angio oedema',
      '唇肿, 舌肿, 面部肿胀, 喉头水肿, 血管性水肿, 嘴唇肿',
    ],
  ),
  mole: danger(
    [
      'Has a mole changed: shape, border, colour, size, bleeding?',
      '痣有没有变化：形状、边缘、颜色、大小、出血？',
    ],
    [
      'asymmetr*, border, colour change, color change, growing, bleeding mole, changing mole, mole … changed, diameter, mm',
      '不对称, 边缘, 颜色改变, 增大, 痣出血, 变大, 变色',
    ],
  ),
  sun: background(
    [
      'Much sun or sunburn, skin cancer before or in the family?',
      '日晒或晒伤多吗？本人或家族有皮肤癌吗？',
    ],
    [
      'sun exposure, sunburn*, sunbed*, skin cancer, melanoma, outdoor',
      '日晒, 晒伤, 皮肤癌, 黑色素瘤, 户外',
    ],
  ),
  joints: ask(
    [
      'Which joints, swollen or only painful, stiff in the morning and how long?',
      '哪些关节？肿还是痛？晨僵多久？',
    ],
    [
      'morning stiffness, stiff*, swollen joint*, joint swelling, knee*, wrist*, small joints, polyarth*, monoarth*, ankle*',
      '晨僵, 关节肿, 膝, 腕, 小关节, 多关节, 单关节, 踝',
    ],
  ),
  hotJoint: danger(
    [
      'Is one joint hot, red and impossible to move?',
      '有没有单个关节红、热、不能活动？',
    ],
    [
      "hot joint, hot, red, erythem*, warm, warmth, cannot move, can't move, unable to move, septic",
      '发红, 红肿, 发热的关节, 皮温升高, 不能活动, 红热',
    ],
  ),
  weightBearing: danger(
    ['Can weight be put on it?', '能负重行走吗？'],
    [
      'weight bear*, weightbear*, weight bearing, walk*, limp*, four steps',
      '负重, 行走, 跛行, 走路, 着地',
    ],
  ),
  cauda: danger(
    [
      'Numb between the legs, trouble with bladder or bowels, both legs weak?',
      '会阴麻木、大小便障碍、双下肢无力？',
    ],
    [
      'saddle, perianal, perineal, incontinen*, retention, bladder, bowel dysfunction, bilateral leg weak*, both legs, cauda',
      '会阴, 鞍区, 失禁, 尿潴留, 大小便, 双下肢无力, 马尾',
    ],
  ),
  sciatica: ask(
    [
      'Does it go below the knee, with numbness or weakness of the foot?',
      '是否放射到膝以下？足部麻木或无力？',
    ],
    [
      'down … leg, below … knee, sciatic*, foot drop, leg weakness, numb*',
      '放射至下肢, 放射到腿, 坐骨神经, 足下垂, 下肢麻木, 腿麻',
    ],
  ),
  cancer: danger(
    ['Cancer before, osteoporosis, steroids?', '既往肿瘤、骨质疏松、使用激素？'],
    [
      'cancer, malignan*, metasta*, osteopor*, steroid*',
      '肿瘤, 癌, 转移, 骨质疏松, 激素',
    ],
  ),
  nightPain: danger(
    ['Is there pain at night or at rest?', '有没有夜间痛或静息痛？'],
    [
      'night pain, pain at night, at night, wakes … night, at rest, rest pain, nocturnal',
      '夜间痛, 夜间, 静息痛, 痛醒, 休息痛',
    ],
  ),
  bleedingWomb: danger(
    [
      'Is there vaginal bleeding; how many pads; clots?',
      '有没有阴道流血？用多少卫生巾？有血块吗？',
    ],
    [
      'vaginal bleed*, pv bleed*, spotting, pads, bleeding',
      '阴道流血, 阴道出血, 见红, 卫生巾, 点滴出血',
    ],
    { only: WOMEN },
  ),
  discharge: ask(
    [
      'Is there vaginal discharge, pain with intercourse, a new partner?',
      '有没有白带异常、性交痛、新性伴？',
    ],
    [
      'vaginal discharge, discharge, dyspareun*, intercourse, new partner, sexually',
      '白带, 分泌物, 性交痛, 性伴, 性生活',
    ],
    { only: WOMEN },
  ),
  periods: ask(
    ['How are the periods: regular, heavy, painful?', '月经如何：规律、量多、痛经？'],
    [
      'period*, menstru*, cycle*, dysmenorrh*, menarche',
      '月经, 经期, 痛经, 经量, 周期',
    ],
    { only: WOMEN },
  ),
  shoulderTip: danger(
    ['Pain in the shoulder tip, fainting?', '有没有肩尖痛、晕厥？'],
    [
      'shoulder tip, shoulder pain, faint*, syncop*, collaps*',
      '肩痛, 肩尖, 晕厥, 晕倒',
    ],
    { only: WOMEN },
  ),
  preeclampsia: danger(
    [
      'Headache, flashes, pain under the ribs, swelling, blood pressure?',
      '有没有头痛、眼前闪光、上腹痛、水肿、血压高？',
    ],
    [
      'headache, visual, epigastric, right upper quadrant, swelling, oedema, blood pressure, bp, proteinuri*',
      '头痛, 视物, 上腹痛, 水肿, 血压, 蛋白尿',
    ],
    { only: WOMEN },
  ),
  fetal: danger(
    [
      'Does the baby move as usual; have the waters broken?',
      '胎动正常吗？有没有破水？',
    ],
    [
      'fetal movement*, foetal movement*, baby moving, baby moves, waters, ruptured membranes, contractions',
      '胎动, 破水, 宫缩, 羊水',
    ],
    { only: WOMEN },
  ),
  feeding: danger(
    [
      'How much does the child drink and eat, compared with usual?',
      '孩子吃奶、进食与平时相比如何？',
    ],
    [
      'feed*, breastfe*, bottle*, drinking, eating, poor intake, taking fluids',
      '吃奶, 喂养, 进食, 奶量, 喝奶, 拒奶, 饮水',
    ],
    { only: CHILD },
  ),
  nappies: danger(
    ['How many wet nappies in the last day?', '过去一天尿了几次（湿尿布）？'],
    [
      'wet nappies, nappies, nappy, diaper*, urine output, passing urine',
      '尿布, 尿量, 小便, 尿不湿, 尿次',
    ],
    { only: CHILD },
  ),
  alert: danger(
    [
      'Is the child alert, playing, easy to wake, or floppy?',
      '孩子精神如何？玩耍、易唤醒，还是松软？',
    ],
    [
      'alert, playing, playful, active, irritable, floppy, letharg*, drowsy, responsive, consolable, interactive',
      '精神好, 精神可, 精神差, 精神反应, 玩耍, 烦躁, 松软, 嗜睡, 反应',
    ],
    { only: { belowYears: 12 } },
  ),
  vaccines: background(
    ['Are vaccinations up to date; born at term?', '疫苗按时接种吗？足月出生吗？'],
    [
      'vaccin*, immunis*, immuniz*, term, preterm, premature, born at',
      '疫苗, 接种, 足月, 早产, 出生史',
    ],
    { only: { belowYears: 12 } },
  ),
  development: background(
    [
      'Growth and development, birth, other children ill?',
      '生长发育、出生情况、周围孩子生病吗？',
    ],
    [
      'developmental, milestones, growth, centile*, nursery, siblings, daycare, school',
      '发育, 生长, 幼儿园, 托儿所, 学校, 兄弟姐妹',
    ],
    { only: { belowYears: 12 } },
  ),
  woundTime: ask(
    ['How did it happen, when, with what?', '怎样受伤的？何时？被什么所伤？'],
    [
      'mechanism, fell from, fell onto, hit by, kicked, cut with, knife, glass, bite*, bitten, height',
      '受伤机制, 摔倒, 坠落, 高处, 刀, 玻璃, 咬伤, 撞击, 车祸',
    ],
  ),
  tetanus: background(
    ['Is tetanus vaccination up to date?', '破伤风疫苗接种情况？'],
    ['tetanus', '破伤风'],
  ),
  distal: danger(
    [
      'Beyond the injury: feeling, movement, pulse, colour?',
      '伤处远端的感觉、活动、脉搏、颜色如何？',
    ],
    [
      'neurovascular*, sensation, distal pulse*, pulses, capillary refill, numb*, movement',
      '感觉, 脉搏, 血运, 末梢循环, 毛细血管充盈, 麻木, 活动度',
    ],
  ),
  headInjury: danger(
    [
      'Loss of consciousness, vomiting, memory gap after it?',
      '伤后有没有昏迷、呕吐、遗忘？',
    ],
    [
      'loss of consciousness, lost consciousness, knocked out, loc, amnesi*, vomit*',
      '昏迷, 意识丧失, 呕吐, 遗忘, 不省人事',
    ],
  ),
};
