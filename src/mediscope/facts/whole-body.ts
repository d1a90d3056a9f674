/** @file What people who are tired or feverish are asked about. */
import { background, symptom } from '../fact.ts';

export const WHOLE_BODY = {
  fever: symptom(
    [
      'a fever',
      'a high temperature',
      'a raised temperature',
      'a body that feels burning hot',
    ],
    ['发烧', '发热', '体温升高', '浑身滚烫'],
    ['fever(?!ish cold)|temperature|burning hot', '发烧|发热(?!的)|体温|滚烫|高烧'],
    { base: 0.06 },
  ),
  'weight-loss': symptom(
    [
      'weight loss without trying',
      'kilos lost for no reason',
      'unplanned weight loss',
      'clothes that hang loose lately',
    ],
    ['没减肥却体重下降', '无缘无故瘦了好几斤', '体重不明原因减轻', '最近衣服都松了'],
    [
      'weight loss|los(t|ing) weight|kilos lost|hang loose',
      '体重(下降|减轻|不明)|瘦了|衣服都松|消瘦',
    ],
    { base: 0.03 },
  ),
  'heavy-periods': symptom(
    [
      'heavy periods',
      'periods with clots that soak pads quickly',
      'very long, heavy monthly bleeding',
      'flooding at each period',
    ],
    ['月经量多', '月经有血块、很快浸透卫生巾', '每月出血又多又久', '来月经像决堤'],
    [
      'heavy[^.?!]*(period|monthly)|clots|flooding|periods? heavy',
      '月经量|血块|每月出血|来月经像',
    ],
    { base: 0.08, only: { sex: 'female', fromAge: 13, toAge: 52 } },
  ),
  paleness: symptom(
    [
      'a pale face that others remark on',
      'pale skin and lips',
      'a washed-out look',
      'skin that has lost its colour',
    ],
    ['别人说脸色苍白', '皮肤嘴唇苍白', '面无血色', '皮肤失去血色'],
    ['\\bpale|washed-out|lost its colour', '苍白|血色'],
    { base: 0.04 },
  ),
  'craving-ice': symptom(
    [
      'a craving for ice',
      'an odd wish to chew ice or starch',
      'crunching ice cubes all day',
      'an appetite for ice or clay',
    ],
    ['特别想吃冰', '老想嚼冰块或生淀粉', '整天嚼冰', '想吃冰或泥土'],
    ['\\bice\\b|starch|clay', '冰|泥土'],
  ),
  'numb-feet': symptom(
    [
      'numb, tingling feet',
      'feet that feel as if in cotton wool',
      'pins and needles in both feet',
      'unsteady walking with numb soles',
    ],
    ['双脚麻木刺痛', '脚像踩棉花', '两脚针刺感', '脚底发麻走路不稳'],
    [
      '(numb|tingling)[^.?!]*(feet|soles)|feet that feel|both feet',
      '脚麻|双脚麻|踩棉花|两脚针刺|脚底发麻',
    ],
    { base: 0.04 },
  ),
  'sore-smooth-tongue': symptom(
    [
      'a sore, smooth tongue',
      'a red tongue that burns',
      'a shiny, painful tongue',
      'a tongue that stings with spicy food',
    ],
    ['舌头光滑疼痛', '舌头发红灼痛', '舌面发亮作痛', '吃辣时舌头刺痛'],
    [
      '(sore|smooth|burns|shiny|stings|painful)[^.?!]*tongue|tongue that (burns|stings)|red tongue',
      '舌头光滑|舌头发红灼|舌面发亮|舌头刺痛',
    ],
  ),
  'no-animal-food': background(
    [
      'a diet without meat, eggs or milk',
      'years of vegan food',
      'meals free of any animal products',
      'a strict plant-only diet',
    ],
    ['不吃肉蛋奶', '多年纯素', '饮食里没有动物性食物', '严格吃素'],
    [
      'vegan|vegetarian|without meat|animal products|plant-only|what[^.?!]* eat',
      '肉蛋奶|纯素|动物性食物|吃素|素食',
    ],
    { base: 0.04 },
  ),
  'cold-intolerance': symptom(
    [
      'feeling cold when others are warm',
      'a need for jumpers in summer',
      'cold hands and a dislike of the cold',
      'shivering in rooms others find warm',
    ],
    ['别人不冷自己怕冷', '夏天还要穿毛衣', '手凉怕冷', '别人觉得暖的屋里自己发冷'],
    [
      'feel(ing)? cold|jumpers|dislike of the cold|others (find|are) warm',
      '怕冷|毛衣|发冷',
    ],
  ),
  constipation: symptom(
    [
      'constipation',
      'hard stools every few days',
      'slow, sluggish bowels',
      'trouble opening the bowels',
    ],
    ['便秘', '几天才有一次干硬大便', '肠道蠕动慢', '排便费劲'],
    [
      'constipat|hard stools|sluggish|opening the bowels',
      '便秘|干硬大便|蠕动慢|排便费劲',
    ],
    { base: 0.06 },
  ),
  'great-thirst': symptom(
    [
      'great thirst',
      'a dry mouth with litres drunk each day',
      'a thirst that water does not quench',
      'constant drinking, even at night',
    ],
    ['口渴得厉害', '口干、一天喝几升水', '怎么喝都不解渴', '老要喝水，夜里也喝'],
    ['thirst|litres|constant drinking', '口渴|口干|不解渴|喝水'],
  ),
  'blurred-sight': symptom(
    [
      'blurred sight now and then',
      'vision that is hazy on some days',
      'eyes that will not focus',
      'fuzzy sight that comes and goes',
    ],
    ['有时视物模糊', '有些日子看东西发糊', '眼睛对不上焦', '时好时坏的视物不清'],
    [
      'blurred sight|hazy|focus|fuzzy|blurred vision',
      '视物模糊|发糊|对不上焦|视物不清',
    ],
    { base: 0.04 },
  ),
  'deep-fast-breathing': symptom(
    [
      'deep, fast breathing',
      'heavy sighing breaths at rest',
      'breathing like after a run while sitting',
      'breath with a fruity smell',
    ],
    [
      '呼吸又深又快',
      '静坐时大口叹气样呼吸',
      '坐着也像跑完步一样呼吸',
      '呼气有烂苹果味',
    ],
    [
      'deep, fast breath|sighing|like after a run|fruity',
      '又深又快|叹气样|跑完步|烂苹果',
    ],
    { base: 0.01 },
  ),
  'easy-bruising': symptom(
    [
      'bruises without a knock',
      'bleeding gums and easy bruising',
      'purple marks that appear by themselves',
      'nosebleeds and bruises for no reason',
    ],
    ['没碰就有瘀斑', '牙龈出血、容易青紫', '皮肤自发紫斑', '无故流鼻血和瘀青'],
    ['bruis(es|ing)(?!-like)|gums|purple marks|nosebleed', '瘀|牙龈|紫斑|流鼻血|青紫'],
    { base: 0.02 },
  ),
  'many-infections': symptom(
    [
      'one infection after another',
      'mouth ulcers and infections that linger',
      'repeated infections in recent weeks',
      'colds and sores that never clear',
    ],
    ['接连感染', '口腔溃疡和感染迁延不愈', '近几周反复感染', '感冒和溃疡总不好'],
    ['one infection|infections|never clear', '感染(?!前)|溃疡总不好'],
    { base: 0.03 },
  ),
  'travel-to-tropics': background(
    [
      'travel to a malaria region',
      'a stay in tropical Africa or Asia',
      'a journey through the tropics last month',
      'nights in a mosquito region without nets',
    ],
    [
      '去过疟疾流行区',
      '在热带非洲或亚洲停留过',
      '上个月到热带旅行',
      '在有蚊子的地区过夜没用蚊帐',
    ],
    ['malaria region|tropic|mosquito region|travel', '疟疾|热带|蚊帐|旅行(?!或)|出国'],
    { base: 0.02 },
  ),
  'fever-in-bouts': symptom(
    [
      'fever that comes in bouts with days between',
      'fever peaks every second or third day',
      'attacks of fever, then hours of feeling well',
      'a fever that returns like clockwork',
    ],
    [
      '隔几天发作一次的发热',
      '每两三天一次高烧',
      '一阵高热后又好几个小时',
      '按点来的发烧',
    ],
    [
      'bouts with|every second|attacks of fever|clockwork',
      '隔几天|每两三天|一阵高热|按点来',
    ],
  ),
  'muscle-aches': symptom(
    [
      'aching muscles all over',
      'body aches',
      'sore limbs and back muscles',
      'pain in every muscle',
    ],
    ['浑身肌肉酸痛', '全身酸痛', '四肢和背肌酸疼', '每块肌肉都疼'],
    ['aching muscles|muscle|body aches|sore limbs', '肌肉|全身酸|四肢和背肌'],
    { base: 0.05 },
  ),
  'sore-throat': symptom(
    [
      'a sore throat',
      'pain on swallowing',
      'a raw, painful throat',
      'a throat that burns on swallowing',
    ],
    ['嗓子疼', '吞咽痛', '咽喉肿痛', '咽东西火辣辣的'],
    [
      'sore throat|(pain|burns) on swallowing|painful throat',
      '嗓子(疼|痛)|吞咽痛|咽喉|咽东西',
    ],
    { base: 0.05 },
  ),
  'swollen-glands': symptom(
    [
      'swollen glands in the neck',
      'lumps on both sides of the neck',
      'tender knots under the jaw',
      'neck glands that can be felt',
    ],
    ['脖子淋巴结肿大', '脖子两侧有疙瘩', '下颌下有压痛的结', '颈部摸到肿块'],
    [
      'gland|lumps on both sides|knots under|lump[^.?!]*neck',
      '淋巴结|脖子两侧有疙瘩|下颌下|颈部摸到',
    ],
  ),
  'pain-behind-eyes': symptom(
    [
      'pain behind the eyes',
      'aching deep behind both eyes',
      'eyeballs that hurt when moved',
      'a deep ache at the back of the eyes',
    ],
    ['眼眶后疼', '两眼深处酸痛', '转眼珠就疼', '眼球后面胀痛'],
    ['behind (the|both) eyes|eyeballs|back of the eyes', '眼眶后|两眼深处|眼珠|眼球后'],
  ),
  'mosquito-bites': background(
    [
      'many mosquito bites',
      'bites from daytime mosquitoes',
      'mosquito bites around a dengue outbreak',
      'a cluster of dengue cases nearby',
    ],
    ['被很多蚊子叮过', '白天被花蚊子咬', '登革热暴发地被蚊叮', '附近有登革热病例'],
    ['mosquito|dengue', '蚊子|花蚊|蚊叮|登革热'],
    { base: 0.05 },
  ),
  cough: symptom(
    [
      'a cough',
      'a nagging cough',
      'coughing through the day',
      'a cough that will not settle',
    ],
    ['咳嗽', '咳个不停', '白天一直咳', '咳嗽老不好'],
    ['\\bcough', '咳'],
    { base: 0.06 },
  ),
  rash: symptom(
    [
      'a rash on the body',
      'red spots on the skin',
      'a new skin rash',
      'skin that has come out in spots',
    ],
    ['身上有皮疹', '皮肤起红点', '新出的皮疹', '皮肤冒出小红疹'],
    ['\\brash|spots on the skin|come out in spots', '皮疹|红点|红疹'],
    { base: 0.04 },
  ),
} as const;
