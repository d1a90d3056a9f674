/** @file What people with spots, rashes or sore joints are asked about. */
import { background, symptom } from '../fact.ts';

export const SKIN_AND_JOINTS = {
  'growing-spot': symptom(
    [
      'a spot that has grown in recent months',
      'a mole getting bigger',
      'a mark that keeps widening',
      'a patch that has clearly enlarged',
    ],
    ['近几个月斑变大', '痣在长大', '印记越来越宽', '那块明显扩大'],
    [
      'grown|chang(ed|ing)? in size|getting bigger|widening|enlarged|bigger|grow',
      '变大|长大|越来越宽|扩大',
    ],
  ),
  'changing-colour': symptom(
    [
      'a change of colour in the spot',
      'several colours in one mole',
      'a mark that has turned darker in parts',
      'new black or blue shades in it',
    ],
    ['斑的颜色变了', '一颗痣好几种颜色', '印记有些地方变深', '里面出现新的黑色或蓝色'],
    ['colou?r|darker|shades', '颜色|变深|黑色或蓝色'],
  ),
  'bleeding-spot': symptom(
    [
      'a spot that bleeds by itself',
      'bleeding or crusting of the spot',
      'a sore that scabs and bleeds again',
      'blood from the spot after a light rub',
    ],
    ['斑自己出血', '出血或结痂的斑点', '破了结痂又出血', '轻轻一擦就出血'],
    ['bleed|crust|scab|blood from the spot', '出血|结痂'],
  ),
  'not-healing': symptom(
    [
      'a sore that has not healed for weeks',
      'a small ulcer that will not close',
      'a shiny lump that breaks open now and then',
      'a raw place that never quite heals',
    ],
    ['几周不愈合的破口', '收不了口的小溃疡', '时不时破开的亮疙瘩', '总长不好的糜烂处'],
    ['heal|ulcer that will not|breaks open', '不愈合|收不了口|破开|长不好'],
  ),
  'stuck-on': symptom(
    [
      'a greasy, stuck-on feel to the spot',
      'a rough spot like candle wax',
      'a warty surface that seems glued on',
      'a crumbly, waxy top on the spot',
    ],
    [
      '摸着油腻像贴上去的',
      '像蜡一样粗糙的斑',
      '疣状表面像粘上的',
      '斑面蜡样、能抠下碎屑',
    ],
    ['stuck-on|candle wax|glued|waxy|greasy, stuck', '贴上去|像蜡|粘上|蜡样'],
  ),
  'there-for-years': symptom(
    [
      'a spot unchanged since youth',
      'a mole that has looked the same for many years',
      'a mark present since childhood',
      'a spot with no change in memory',
    ],
    ['从小就有没变过的斑', '多年一个样的痣', '小时候就有的印记', '记忆里一直没变的斑'],
    [
      'since youth|the same for many years|since childhood|no change in memory|unchanged',
      '从小就有|多年一个样|小时候就有|一直没变',
    ],
  ),
  'much-sun': background(
    [
      'much sun over the years',
      'bad sunburns when young',
      'outdoor work without sun cream',
      'years of strong sunlight on the skin',
    ],
    ['多年暴晒', '年轻时严重晒伤', '户外工作不涂防晒', '皮肤常年受强光照射'],
    ['\\bsun|sunburn|sunlight|outdoor work', '暴晒|晒伤|户外|强光|防晒'],
    { base: 0.15 },
  ),
  'melanoma-in-family': background(
    [
      'melanoma in the family',
      'a close relative with skin cancer',
      'a parent who had melanoma',
      'skin cancer among siblings',
    ],
    ['家里有人得黑色素瘤', '近亲患皮肤癌', '父母得过黑色素瘤', '兄弟姐妹有皮肤癌'],
    ['melanoma|skin cancer', '黑色素瘤|皮肤癌'],
    { base: 0.04 },
  ),
  itching: symptom(
    ['itching', 'an itch that is hard to bear', 'an urge to scratch', 'itchy skin'],
    ['瘙痒', '痒得难受', '老想抓', '皮肤发痒'],
    ['itch|scratch', '痒|想抓'],
    { base: 0.05 },
  ),
  'silvery-scales-on-elbows': symptom(
    [
      'silvery scales on elbows, knees or scalp',
      'thick white flakes over the elbows',
      'scaly plaques on knees and scalp',
      'flaking patches where the joints bend outwards',
    ],
    [
      '肘、膝或头皮有银白色鳞屑',
      '胳膊肘上厚厚的白皮屑',
      '膝盖和头皮上有带屑的斑块',
      '关节伸面脱屑的斑片',
    ],
    [
      'silver|white flakes|scaly plaque|elbow|bend outwards',
      '银白|白皮屑|带屑|胳膊肘|伸面',
    ],
  ),
  'nail-pits': symptom(
    [
      'small pits in the nails',
      'nails that lift or have dents',
      'dimpled fingernails',
      'nails with tiny hollows',
    ],
    ['指甲有小凹点', '指甲翘起或有坑', '指甲坑坑洼洼', '甲面许多小窝'],
    ['nail', '指甲|甲面'],
  ),
  'ring-that-clears-inside': symptom(
    [
      'a ring that spreads and clears in the middle',
      'a round patch with a raised, scaly edge',
      'a circle that widens while its centre heals',
      'a scaly rim around clearer skin',
    ],
    [
      '向外扩大、中间消退的环',
      '边缘隆起脱屑的圆斑',
      '圈越来越大、中心变好',
      '鳞屑围成的圈，中间较干净',
    ],
    [
      'clears? (up )?in the middle|raised, scaly edge|centre heals|scaly rim|circle that widens',
      '中间消退|边缘隆起|中心变好|围成的圈',
    ],
  ),
  'pets-or-gym': background(
    [
      'contact with cats, dogs or gym mats',
      'a new kitten at home',
      'shared towels or wrestling',
      'pets with bald patches',
    ],
    ['接触猫狗或健身垫', '家里新养小猫', '共用毛巾或摔跤', '宠物有脱毛'],
    ['cats?\\b|dogs?\\b|gym|kitten|towel|pets?\\b', '猫|健身|毛巾|宠物'],
    { base: 0.1 },
  ),
  'creases-of-limbs': symptom(
    [
      'a rash in the bends of elbows and knees',
      'dry itchy skin in the elbow creases',
      'sore cracked skin behind the knees',
      'patches in the folds of the arms',
    ],
    ['肘窝和膝窝的皮疹', '肘弯处干痒', '腿弯皮肤开裂', '胳膊褶皱处的斑片'],
    ['bends of|crease|behind the knees|folds of the arms', '肘窝|肘弯|腿弯|褶皱'],
  ),
  'weals-that-move': symptom(
    [
      'raised weals that come and go within hours',
      'itchy bumps that move from place to place',
      'hives that fade by the next day',
      'welts that appear and vanish in hours',
    ],
    [
      '几小时内时起时消的风团',
      '痒疙瘩换地方长',
      '第二天就退的风疹块',
      '来去很快的肿块',
    ],
    [
      'weal|move from place|hives|welt|come and go',
      '风团|换地方|风疹块|来去很快|时起时消',
    ],
  ),
  'new-food-or-medicine': background(
    [
      'a new food or medicine just before',
      'antibiotics or shellfish before it began',
      'a new tablet in the last days',
      'something unusual eaten that day',
    ],
    [
      '发病前吃过新食物或新药',
      '起病前用抗生素或吃海鲜',
      '最近几天换了新药',
      '当天吃了不常吃的东西',
    ],
    [
      'new food|new (tablet|medicine)|antibiotic|shellfish|unusual eaten',
      '新食物|新药|抗生素|海鲜|不常吃',
    ],
    { base: 0.06 },
  ),
  'swollen-lips-or-tongue': symptom(
    [
      'swelling of the lips or tongue',
      'a swollen tongue or tight throat',
      'lips puffing up with a hoarse voice',
      'a throat that feels as if closing',
    ],
    ['嘴唇或舌头肿', '舌头肿、喉咙发紧', '嘴唇肿起、声音嘶哑', '喉咙像要堵住'],
    [
      '(lip|tongue)[^.?!]*(swell|swollen|puff)|(swell|swollen)[^.?!]*(lip|tongue)|lips puffing|tight throat|as if closing',
      '(嘴唇|舌头)[^，。？]*肿|喉咙(发紧|像要堵)',
    ],
    { base: 0.01 },
  ),
  'band-on-one-side': symptom(
    [
      'blisters in a band on one side of the body',
      'a stripe of blisters that stops at the midline',
      'clusters of blisters along one rib',
      'a belt of sore blisters on one half of the trunk',
    ],
    [
      '身体一侧带状水泡',
      '水泡成条、不过中线',
      '沿一根肋骨成簇水泡',
      '半边躯干一圈疼痛水泡',
    ],
    ['blister', '水泡|水疱'],
  ),
  'burning-before-rash': symptom(
    [
      'burning pain in the skin before the rash',
      'stinging skin days before anything was seen',
      'nerve-like pain where the rash came later',
      'a burning patch that hurt before it turned red',
    ],
    [
      '出疹前皮肤烧灼样疼',
      '还没出疹就刺痛几天',
      '后来出疹的地方先有神经痛',
      '发红之前那块先火辣辣地疼',
    ],
    [
      'before (the rash|anything|it turned)|nerve-like|came later',
      '出疹前|还没出疹|先有神经痛|发红之前',
    ],
  ),
  'tick-bite': background(
    [
      'a tick bite',
      'a walk in woods or tall grass',
      'a tick pulled off some weeks ago',
      'time in tick country this summer',
    ],
    ['被蜱虫咬过', '去过树林或高草丛', '几周前拔下过蜱虫', '今年夏天去过有蜱的地方'],
    ['tick|woods|tall grass', '蜱|树林|草丛'],
    { base: 0.04 },
  ),
  'hot-spreading-redness': symptom(
    [
      'hot, tender redness that spreads',
      'a warm red area growing by the hour',
      'sore, glowing skin that keeps advancing',
      'a painful red patch whose edge moves outwards',
    ],
    [
      '又热又疼、扩散的红肿',
      '发热的红区不断扩大',
      '疼痛发烫的皮肤一直蔓延',
      '疼痛红斑的边缘往外走',
    ],
    [
      '(hot|warm|sore|painful)[^.?!]*(red|glowing)[^.?!]*(spread|growing|advanc|outwards)|spreading redness',
      '扩散的红肿|红区|蔓延|边缘往外',
    ],
  ),
  'broken-skin': background(
    [
      'a cut or cracked skin near it',
      'a scratch or insect bite that opened the skin',
      'athlete’s foot with cracks between the toes',
      'a small wound where it began',
    ],
    ['附近有伤口或皲裂', '抓破或虫咬破皮', '脚气、脚趾间裂口', '起病处有小伤'],
    [
      '\\bcut\\b|cracked skin near|insect bite|athlete|small wound|scratch or',
      '伤口|抓破|虫咬|脚气|小伤',
    ],
    { base: 0.08 },
  ),
  'big-toe-attack': symptom(
    [
      'pain that began in the big toe at night',
      'a big toe too sore for the bedsheet',
      'a red, swollen toe joint',
      'an attack in the base of the big toe',
    ],
    ['夜里大脚趾突然疼', '大脚趾疼得碰不得被单', '脚趾关节红肿', '大脚趾根部发作'],
    ['\\btoe', '脚趾'],
  ),
  'same-attack-before': background(
    [
      'the same joint attack before',
      'earlier attacks that went in a week',
      'a similar bout last year',
      'joint flares that come back',
    ],
    ['以前同样的关节发作', '以前发作一周就好', '去年有过类似一次', '关节反复发作'],
    [
      'attacks? before|earlier attacks|similar bout|flares',
      '同样的关节|一周就好|类似一次|反复发作',
    ],
    { base: 0.05 },
  ),
  'cannot-move-joint': symptom(
    [
      'a joint too painful to move at all',
      'one hot joint that cannot bear any weight',
      'a joint locked by pain',
      'no movement possible in the swollen joint',
    ],
    [
      '关节疼得完全动不了',
      '一个发热的关节不能受力',
      '关节痛得锁住了',
      '肿的关节一点都不能动',
    ],
    [
      'too painful to move|bear any weight|locked|no movement possible|move (it|the joint) at all',
      '动不了关节|完全动不了|不能受力|锁住|一点都不能动',
    ],
  ),
  'joint-needle-or-implant': background(
    [
      'a joint injection or artificial joint',
      'a needle in the joint lately',
      'a replaced joint',
      'an operation on that joint',
    ],
    ['关节打过针或有人工关节', '最近关节穿刺过', '换过关节', '那个关节做过手术'],
    [
      'joint injection|artificial joint|needle in the joint|replaced joint|operation on that joint',
      '关节打过针|人工关节|关节穿刺|换过关节|关节做过手术',
    ],
    { base: 0.03, only: { fromAge: 40 } },
  ),
  'long-morning-stiffness': symptom(
    [
      'morning stiffness for more than an hour',
      'fingers that take the whole morning to loosen',
      'stiff hands until noon',
      'slow, rigid joints long after getting up',
    ],
    ['晨僵一小时以上', '手指一上午才活动开', '手僵到中午', '起床后很久关节还僵硬'],
    [
      'morning stiff|whole morning|until noon|after getting up',
      '晨僵|一上午|到中午|起床后很久',
    ],
  ),
  'small-joints-both-hands': symptom(
    [
      'swollen small joints in both hands',
      'sore knuckles on both sides',
      'puffy finger joints left and right',
      'both wrists and knuckles swollen',
    ],
    ['双手小关节肿', '两边指关节疼', '左右手指关节都肿胀', '两侧手腕和指节肿'],
    ['knuckle|both hands|finger joints|small joints', '小关节|指关节|指节|双手关节'],
  ),
  'worse-with-use': symptom(
    [
      'pain that grows with use and eases with rest',
      'a joint that is worst after stairs',
      'grating in the joint on movement',
      'evening pain after a day on the feet',
    ],
    [
      '活动后加重、休息减轻的疼',
      '上下楼后关节最疼',
      '活动时关节摩擦响',
      '站一天后晚上疼',
    ],
    ['with use|stairs|grating|day on the feet', '活动后加重|上下楼|摩擦响|站一天'],
  ),
  'sickle-in-family': background(
    [
      'sickle cell disease or trait in the family',
      'known sickle cell disease',
      'relatives with sickle cells',
      'earlier bone crises from sickle cells',
    ],
    ['家族有镰状细胞病', '已知镰状细胞病', '亲属有镰状细胞', '以前镰状细胞骨痛发作'],
    ['sickle', '镰状'],
    { base: 0.01 },
  ),
  'bone-pain-many-places': symptom(
    [
      'deep pain in several bones at once',
      'aching bones in arms, legs and back',
      'pain in long bones and spine together',
      'bone pain in many places',
    ],
    ['几处骨头同时深痛', '胳膊腿和背的骨头都疼', '长骨和脊柱一起疼', '多处骨痛'],
    ['bones?\\b', '骨头|长骨|骨痛'],
  ),
} as const;
