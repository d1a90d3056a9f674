/** @file What people who see or hear badly are asked about. */
import { background, symptom } from '../fact.ts';

export const EYES_AND_EARS = {
  'long-diabetes': background(
    [
      'more than ten years of diabetes',
      'diabetes since long ago',
      'a decade or more with high sugar',
      'many years of poorly controlled sugar',
    ],
    ['糖尿病十年以上', '很早就有糖尿病', '高血糖十多年', '多年血糖控制不好'],
    [
      '(ten|many|decade)[^.?!,]*(diabet|sugar)|diabetes since|how long[^.?!]*diabet',
      '糖尿病十年|很早就有糖尿病|高血糖十|多年血糖',
    ],
    { base: 0.04, only: { fromAge: 30 } },
  ),
  'floating-specks': symptom(
    [
      'floating specks in the eye',
      'dark floaters',
      'cobwebs drifting across the view',
      'little black dots that float about',
    ],
    ['眼前有飘浮的小点', '飞蚊影', '视野里像有蛛丝飘过', '小黑点飘来飘去'],
    ['float|cobweb|black dots', '飘|飞蚊|蛛丝|小黑点'],
  ),
  'side-vision-loss': symptom(
    [
      'trouble seeing to the sides',
      'bumping into door frames',
      'a narrowing field of view',
      'missing things at the edge of sight',
    ],
    ['两边看不清', '常碰到门框', '视野变窄', '余光里的东西看不到'],
    [
      'to the sides|door frames|narrowing|field of view|edge of sight|side vision|peripheral',
      '两边看|门框|视野变窄|余光',
    ],
  ),
  'glaucoma-in-family': background(
    [
      'glaucoma in the family',
      'a parent with glaucoma',
      'relatives treated for high eye pressure',
      'a brother or sister with glaucoma',
    ],
    ['家里有人青光眼', '父母有青光眼', '亲戚治过眼压高', '兄弟姐妹有青光眼'],
    ['glaucoma|eye pressure', '青光眼|眼压'],
    { base: 0.05 },
  ),
  'wavy-lines': symptom(
    [
      'straight lines that look wavy',
      'a blurred patch in the centre of sight',
      'door edges that seem bent',
      'letters missing in the middle when reading',
    ],
    ['直线看成弯的', '视线中央有模糊一块', '门边看上去变形', '看书时中间的字缺失'],
    [
      'wav(y|e)|centre of sight|central|seem bent|missing in the middle|distort',
      '直线|中央|变形|中间的字',
    ],
  ),
  'sudden-one-eye-blur': symptom(
    [
      'a sudden blur in one eye on waking',
      'sight in one eye that dropped overnight',
      'one eye that went misty within a day',
      'an overnight loss of clear sight on one side',
    ],
    [
      '醒来突然一只眼模糊',
      '一夜之间一眼视力下降',
      '一天内一只眼变得雾蒙蒙',
      '隔夜一侧看不清',
    ],
    [
      'overnight|on waking|one eye that (went|dropped)|sudden blur|within a day',
      '一只眼|一夜之间|隔夜|醒来突然',
    ],
  ),
  'eye-pain-and-redness': symptom(
    [
      'a red, painful eye',
      'eye pain with redness',
      'an aching red eye',
      'redness and pain inside the eye',
    ],
    ['眼睛又红又疼', '眼红眼痛', '眼睛胀红作痛', '眼里发红疼痛'],
    ['(red|pain|ach)[^.?!]*\\beye|eye pain', '眼睛又红|眼红|眼睛胀红|眼里发红|眼痛'],
    { base: 0.01 },
  ),
  'flashes-and-curtain': symptom(
    [
      'flashes and a curtain over the sight',
      'a dark curtain falling across one eye',
      'lightning flashes with a shadow at the side',
      'a veil that moves over the vision after flashes',
    ],
    [
      '闪光并有黑幕遮挡',
      '一眼像拉上黑帘',
      '闪电样光并有侧方黑影',
      '闪光后有帘幕样遮挡',
    ],
    ['flash|curtain|veil', '闪光|黑幕|黑帘|闪电|帘幕'],
    { base: 0.01 },
  ),
  'ear-pain': symptom(
    ['ear pain', 'an aching ear', 'a deep pain inside the ear', 'earache'],
    ['耳朵疼', '耳痛', '耳朵深处疼', '耳内作痛'],
    [
      'ear pain|aching ear|inside the ear|earache|ear (hurt|ache)',
      '耳朵疼|耳痛|耳朵深处|耳内作痛',
    ],
  ),
  'ear-pull-hurts': symptom(
    [
      'pain when the ear is pulled',
      'an ear that hurts when touched or tugged',
      'soreness on pressing in front of the ear',
      'pain on chewing and on moving the ear',
    ],
    ['拉耳朵时疼', '碰或扯耳朵就疼', '按耳前会疼', '嚼东西和动耳廓时疼'],
    [
      'pulled|tugged|in front of the ear|moving the ear|pull[^.?!]*ear',
      '拉耳朵|扯耳朵|耳前|耳廓',
    ],
  ),
  'ear-discharge': symptom(
    [
      'fluid running from the ear',
      'a discharge from the ear',
      'wet, smelly stuff from the ear canal',
      'pus on the pillow from the ear',
    ],
    ['耳朵流水', '耳朵流脓', '耳道有湿臭的东西', '枕头上有耳朵流出的脓'],
    [
      '(fluid|discharge|stuff|pus|running)[^.?!]*\\bear|ear discharge',
      '耳朵流|耳道有湿|流出的脓',
    ],
  ),
  'dull-hearing': symptom(
    [
      'dull hearing',
      'hearing that is worse on one side',
      'sounds as if under water',
      'a need to turn the television up',
    ],
    ['听力下降', '一边耳朵听不清', '听声音像在水下', '电视要开大声'],
    ['hearing|under water|television', '听力|听不清|水下|电视'],
  ),
  'swimming-lately': background(
    [
      'swimming in the last days',
      'water in the ear after swimming',
      'much time in a pool lately',
      'diving or swimming this week',
    ],
    ['最近几天游过泳', '游泳后耳朵进水', '近来常泡泳池', '这周潜水或游泳'],
    ['swim|pool|diving', '游泳|游过泳|泳池|潜水'],
    { base: 0.06 },
  ),
  'cotton-buds': background(
    [
      'a habit of cleaning ears with cotton buds',
      'cotton buds in the ears',
      'poking in the ear to clean it',
      'daily use of ear buds or hearing aids',
    ],
    ['常用棉签掏耳朵', '棉签伸进耳道', '爱掏耳朵', '每天用棉棒或戴助听器'],
    ['cotton bud|poking|ear buds|hearing aid|cotton swab', '棉签|掏耳|棉棒|助听器'],
    { base: 0.12 },
  ),
  'popping-ears': symptom(
    [
      'popping or crackling in the ear',
      'a full feeling that pops on swallowing',
      'ears that click on yawning',
      'crackles in the ear with each swallow',
    ],
    ['耳朵里噼啪响', '耳闷，吞咽时啪一声', '打哈欠时耳朵咔哒响', '一吞咽耳内就噼啪'],
    ['popping|pops|click|crackles in the ear', '噼啪|啪一声|咔哒'],
  ),
  'blow-to-ear': background(
    [
      'a slap or blast to the ear',
      'a blow on the ear before it began',
      'a loud bang or pressure change just before',
      'a hit to the side of the head over the ear',
    ],
    ['耳朵被打或受爆震', '发病前耳部挨了一下', '之前有巨响或气压突变', '耳侧被击打'],
    [
      'slap|blast|blow on the ear|bang|pressure change|hit to the side',
      '耳朵被打|挨了一下|巨响|耳侧被击|爆震',
    ],
    { base: 0.02 },
  ),
  'swelling-behind-ear': symptom(
    [
      'a red swelling behind the ear',
      'an ear pushed forward by a swelling',
      'a tender lump on the bone behind the ear',
      'puffiness behind the ear that makes it stick out',
    ],
    ['耳后红肿', '耳朵被肿块顶向前', '耳后骨头上有压痛的肿块', '耳后肿起把耳朵推出来'],
    [
      'swell[^.?!]*behind the ear|pushed forward|bone behind|puffiness behind',
      '耳后(红肿|骨头|肿起)|顶向前',
    ],
    { base: 0.01 },
  ),
  spinning: symptom(
    [
      'a spinning dizziness',
      'the room going round',
      'vertigo',
      'dizzy spells in which everything turns',
    ],
    ['天旋地转的头晕', '感觉房子在转', '眩晕', '一阵阵头晕、东西都在转'],
    ['spinning|going round|vertigo|dizz', '天旋地转|房子在转|眩晕|头晕'],
  ),
} as const;
