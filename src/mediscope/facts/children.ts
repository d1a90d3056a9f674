/** @file What parents are asked about a small child. */
import { background, symptom } from '../fact.ts';

const SMALL = { toAge: 12 } as const;

export const CHILDREN = {
  'barking-cough': symptom(
    [
      'a barking cough',
      'a cough like a seal',
      'a harsh cough that sounds like a dog',
      'a hoarse, barky cough at night',
    ],
    ['犬吠样咳嗽', '像海豹一样的咳嗽', '听起来像狗叫的咳', '夜里嘶哑空空的咳'],
    ['bark|like a seal|like a dog|hoarse', '犬吠|海豹|狗叫|嘶哑空空'],
    { only: SMALL },
  ),
  'noisy-breathing-in': symptom(
    [
      'a harsh noise on breathing in',
      'a crowing sound with each breath in',
      'noisy breathing in when upset',
      'a rasping noise as air goes in',
    ],
    ['吸气时有响声', '每次吸气像鸡鸣', '一哭闹吸气就响', '吸气粗响声'],
    [
      '(harsh )?noise on breathing in|crowing|noisy breathing|rasping|stridor',
      '吸气[^，。？]*(响|鸡鸣)',
    ],
    { only: SMALL },
  ),
  'blue-lips': symptom(
    [
      'blue lips or pauses in breathing',
      'lips that turn blue',
      'a bluish mouth or stops in breathing',
      'a grey-blue colour around the lips',
    ],
    ['嘴唇发紫或呼吸暂停', '口唇青紫', '嘴周发蓝或停止呼吸几秒', '唇周灰蓝'],
    ['\\bblu(e|ish)\\b|pauses in breathing', '嘴唇发紫|口唇青紫|发蓝|呼吸暂停|唇周灰'],
    { base: 0.01, only: SMALL },
  ),
  'poor-feeding': symptom(
    [
      'feeding less than half of the usual',
      'refusal of the breast or bottle',
      'a poor appetite for milk',
      'too little drinking for a whole day',
    ],
    ['吃奶不到平时一半', '不肯吃奶', '吃奶很差', '一整天喝得太少'],
    [
      'feeding|breast or bottle|milk|too little drinking|drinking (less|enough)',
      '吃奶|喝得太少|喂养',
    ],
    { base: 0.05, only: SMALL },
  ),
  'runny-nose': symptom(
    [
      'a runny nose',
      'a blocked, dripping nose',
      'snuffles for days',
      'a streaming nose',
    ],
    ['流鼻涕', '鼻塞流涕', '鼻子呼噜好几天', '清鼻涕不断'],
    [
      'runny nose(?! and)|dripping nose|snuffl|streaming nose',
      '流鼻涕|鼻塞|鼻子呼噜|清鼻涕',
    ],
    { base: 0.08, only: SMALL },
  ),
  'legs-drawn-up-in-bouts': symptom(
    [
      'bouts of screaming with legs drawn up',
      'crying spells every twenty minutes with knees pulled up',
      'sudden cramps that come and go with pallor',
      'waves of crying and then limp quiet',
    ],
    [
      '阵发哭闹、双腿蜷缩',
      '每二十分钟一阵哭、腿缩起来',
      '一阵阵肚子绞痛伴脸色发白',
      '哭一阵又软软地安静',
    ],
    [
      'drawn up|pulled up|come and go with pallor|waves of crying|bouts of (screaming|crying)',
      '蜷缩|腿缩|绞痛伴脸色|哭一阵|阵发哭闹',
    ],
    { only: SMALL },
  ),
  'red-jelly-stool': symptom(
    [
      'stool like red jelly',
      'blood and slime in the nappy',
      'dark red mucus in the stool',
      'a nappy with bloody jelly',
    ],
    ['果酱样大便', '尿布上有血和黏液', '大便有暗红黏液', '尿布里血冻样便'],
    ['jelly|nappy|slime|red mucus', '果酱|尿布|暗红黏液'],
    { base: 0.01, only: SMALL },
  ),
  'few-wet-nappies': symptom(
    [
      'few wet nappies and a dry mouth',
      'no urine for eight hours',
      'crying without tears',
      'sunken eyes and hardly any urine',
    ],
    ['尿少口干', '八小时没尿', '哭时没有眼泪', '眼窝凹陷、几乎没尿'],
    [
      'wet nappies|no urine|without tears|sunken eyes|hardly any urine|passing urine less',
      '尿少|没尿|没有眼泪|眼窝',
    ],
    { base: 0.02, only: SMALL },
  ),
  'others-sick-too': background(
    [
      'others at home or nursery with the same',
      'sick contacts at nursery',
      'brothers or sisters who are ill too',
      'an outbreak at school',
    ],
    [
      '家里或幼儿园有人同样生病',
      '托班有生病的孩子',
      '兄弟姐妹也病了',
      '学校里有人传染',
    ],
    [
      'others at home|sick contacts|ill too|outbreak at school|anyone else|nursery',
      '幼儿园|托班|兄弟姐妹也病|学校里',
    ],
    { base: 0.1, only: SMALL },
  ),
  'sandpaper-rash': symptom(
    [
      'a rash that feels like sandpaper',
      'fine rough red spots over the body',
      'a rough, goose-flesh rash',
      'skin like red sandpaper',
    ],
    ['摸着像砂纸的皮疹', '全身细密粗糙的红点', '鸡皮样粗糙红疹', '皮肤像红砂纸'],
    ['sandpaper|fine rough|goose-flesh', '砂纸|细密粗糙|鸡皮'],
    { only: SMALL },
  ),
  'strawberry-tongue': symptom(
    [
      'a bright red tongue with bumps',
      'a strawberry tongue',
      'a tongue like a raspberry',
      'a swollen red tongue with raised dots',
    ],
    ['舌头鲜红有小突起', '草莓舌', '舌头像杨梅', '舌头红肿有凸起小点'],
    [
      'strawberry|raspberry|tongue with (bumps|raised)|bright red tongue',
      '草莓舌|杨梅|舌头鲜红|舌头红肿',
    ],
    { only: SMALL },
  ),
  'red-dry-eyes': symptom(
    [
      'red eyes without any discharge',
      'both eyes red but dry',
      'bloodshot eyes with no sticky stuff',
      'red whites of the eyes, no pus',
    ],
    ['眼睛红但没有分泌物', '双眼发红不流脓', '眼白充血、没有眼屎', '结膜红、无脓'],
    ['red eyes|eyes red|bloodshot|red whites', '眼睛红|双眼发红|充血|结膜'],
    { only: SMALL },
  ),
  'cracked-red-lips': symptom(
    [
      'cracked, red lips',
      'dry lips that split',
      'lips that are sore, red and peeling',
      'bright red, fissured lips',
    ],
    ['嘴唇红裂', '嘴唇干裂', '嘴唇红肿脱皮', '口唇鲜红皲裂'],
    [
      'cracked, red lips|dry lips|red and peeling|fissured lips',
      '嘴唇红|嘴唇干裂|口唇鲜红',
    ],
    { only: SMALL },
  ),
  'fever-five-days': symptom(
    [
      'fever for five days or more',
      'a fever in its second week',
      'high fever on more than four days in a row',
      'a temperature that has stayed up for nearly a week',
    ],
    ['发烧五天以上', '发烧到了第二周', '连续四天多高烧', '体温近一周降不下来'],
    [
      'five days|second week|four days in a row|nearly a week',
      '五天以上|第二周|四天多|近一周',
    ],
    { base: 0.01, only: SMALL },
  ),
  'spots-on-palms-and-soles': symptom(
    [
      'small blisters on palms and soles',
      'spots on the hands and feet',
      'grey blisters on fingers and heels',
      'tender spots on palms, soles and bottom',
    ],
    [
      '手掌脚底有小水疱',
      '手脚上有疹子',
      '手指脚跟有灰白水泡',
      '手心脚心和屁股有疼痛疹点',
    ],
    ['palms|soles|hands and feet|fingers and heels', '手掌|手脚上|脚跟|手心'],
    { only: SMALL },
  ),
  'mouth-ulcers': symptom(
    [
      'painful sores in the mouth',
      'ulcers on the tongue and gums',
      'mouth sores that make drinking hard',
      'little ulcers inside the cheeks',
    ],
    ['嘴里有疼痛的溃疡', '舌头和牙龈溃疡', '口腔疱疹疼得不肯喝水', '颊内小溃疡'],
    [
      'sores in the mouth|mouth sores|ulcers on the tongue|ulcers inside|mouth ulcers',
      '嘴里有疼痛|牙龈溃疡|口腔疱疹|颊内|口腔溃疡',
    ],
    { only: SMALL },
  ),
} as const;
