/** @file What people with headache, weakness or low spirits are asked about. */
import { background, symptom } from '../fact.ts';

export const HEAD_AND_NERVES = {
  thunderclap: symptom(
    [
      'a headache that reached its worst within a minute',
      'a headache like a blow to the head',
      'the worst headache of a lifetime, all at once',
      'an explosive headache that peaked in seconds',
    ],
    [
      '一分钟内达到顶点的头痛',
      '像被重击一样的头痛',
      '一生最剧烈的突发头痛',
      '几秒钟就疼到极点的炸裂样头痛',
    ],
    [
      '(within a minute|blow to the head|worst headache|explosive|peaked|thunderclap)',
      '一分钟内|重击|一生最|炸裂|雷击',
    ],
    { base: 0.01 },
  ),
  'one-sided-throbbing': symptom(
    [
      'a throbbing pain on one side of the head',
      'pulsing pain in one temple',
      'a pounding half of the head',
      'a one-sided headache that beats like a pulse',
    ],
    [
      '一侧头部跳痛',
      '一边太阳穴一跳一跳地疼',
      '半边头搏动样疼',
      '单侧头痛像脉搏一样跳',
    ],
    ['throb|pulsing|pounding|beats like', '跳痛|一跳一跳|搏动|头痛像脉搏'],
  ),
  'light-hurts': symptom(
    [
      'discomfort in bright light',
      'light that hurts the eyes',
      'a need to lie in a dark room',
      'a strong dislike of light with the headache',
    ],
    ['怕光', '光线刺眼难受', '非要躺在暗屋里', '头痛时特别讨厌亮光'],
    [
      'bright light|light that hurts|dark room|dislike of light|photophob|sensitiv[^.?!,]*light|light bother',
      '怕光|刺眼|暗屋|亮光|畏光',
    ],
  ),
  'zigzag-lines': symptom(
    [
      'zigzag lines before the headache',
      'flickering patterns before the pain',
      'shimmering spots for half an hour, then pain',
      'bright jagged lines that come before an attack',
    ],
    [
      '头痛前看到锯齿状线条',
      '疼之前眼前闪烁花纹',
      '先有半小时亮点闪动再头痛',
      '发作前眼前有锯齿亮线',
    ],
    ['zigzag|flicker|shimmer|jagged|aura', '锯齿|闪烁|闪动|先兆'],
  ),
  'stiff-neck': symptom(
    [
      'a stiff neck',
      'a neck too stiff to bend forward',
      'trouble touching chin to chest',
      'neck stiffness with pain on bending',
    ],
    ['脖子发硬', '脖子硬得低不下头', '下巴碰不到胸口', '颈部僵硬一弯就疼'],
    ['stiff|chin to chest', '脖子(发硬|硬)|低不下头|下巴碰不到|颈部僵硬|颈项强直'],
  ),
  'band-around-head': symptom(
    [
      'a tight band around the head',
      'pressure on both sides of the head',
      'a dull squeeze like a hat too small',
      'a steady tightness across the forehead',
    ],
    ['头上像箍了一圈', '头两侧压迫感', '像戴了太紧的帽子那样闷痛', '前额一直发紧'],
    [
      'band|both sides of the head|hat|across the forehead',
      '箍|头两侧|帽子|前额一直发紧',
    ],
  ),
  'vision-dims-on-bending': symptom(
    [
      'vision that goes grey for seconds on bending',
      'brief dimming of sight when standing up',
      'short blackouts of vision with a stoop',
      'sight that fades for a moment on bending over',
    ],
    [
      '弯腰时视线发灰几秒',
      '站起来时短暂发暗',
      '俯身时一过性视物发黑',
      '低头时瞬间看不清',
    ],
    [
      '(vision|sight)[^.?!]*(bend|stoop|standing up|for seconds|for a moment)',
      '弯腰|站起来时短暂|俯身|低头时',
    ],
  ),
  'whooshing-in-ears': symptom(
    [
      'a whooshing in the ears with the pulse',
      'a rushing noise in time with the heartbeat',
      'a pulse that can be heard in the ear',
      'a swishing sound in the head with each beat',
    ],
    [
      '耳朵里随脉搏的呼呼声',
      '和心跳同步的嗡鸣',
      '耳内听得到脉搏',
      '脑袋里随心跳的沙沙声',
    ],
    [
      'whoosh|rushing noise|heard in the ear|swish',
      '随脉搏|心跳同步|听得到脉搏|随心跳',
    ],
  ),
  'weight-gain': symptom(
    [
      'weight gain over the last months',
      'several kilos put on',
      'clothes that have become too tight',
      'unwanted weight gain',
    ],
    ['近几个月体重增加', '胖了好几公斤', '衣服变紧了', '莫名长胖'],
    [
      'weight gain|gain(ed|ing)? weight|kilos put on|too tight',
      '体重增加|胖了|衣服变紧|长胖',
    ],
    { base: 0.05 },
  ),
  'head-injury': background(
    [
      'a knock on the head in the last weeks',
      'a recent fall onto the head',
      'a head injury a month ago',
      'a bump to the skull some weeks back',
    ],
    ['几周内撞过头', '最近摔到头', '一个月前头部受过伤', '前些日子头被磕过'],
    [
      'knock on the head|(fall|fell)[^.?!,]*head|head injur|bump to the skull|hit (your|his|her) head',
      '撞过头|摔到头|头部受过伤|头被磕',
    ],
    { base: 0.02 },
  ),
  'blood-thinner': background(
    [
      'a blood thinner such as warfarin',
      'anticoagulant tablets',
      'apixaban or warfarin each day',
      'a medicine against blood clots',
    ],
    ['服用华法林之类的抗凝药', '吃抗凝药', '每天吃阿哌沙班或华法林', '在用防血栓的药'],
    [
      'blood thinner|anticoagul|warfarin|apixaban|against blood clots',
      '华法林|抗凝|阿哌沙班|防血栓',
    ],
    { base: 0.04, only: { fromAge: 45 } },
  ),
  drowsiness: symptom(
    [
      'unusual drowsiness or confusion',
      'a sleepy, muddled state',
      'confusion that comes and goes',
      'being hard to wake',
    ],
    ['异常嗜睡或糊涂', '昏昏沉沉不清醒', '时清醒时糊涂', '很难叫醒'],
    ['drows|confus|muddled|hard to wake|sleepy', '嗜睡|糊涂|昏沉|昏昏沉沉|叫醒'],
    { base: 0.01 },
  ),
  'rash-that-stays-under-glass': symptom(
    [
      'a purple rash that does not fade under a glass',
      'red-purple spots that stay when pressed',
      'dark pinprick spots that pressing does not clear',
      'a bruise-like rash that a glass does not blanch',
    ],
    [
      '用玻璃杯压不褪色的紫疹',
      '按压不退的红紫斑点',
      '压不掉的暗红小点',
      '像淤青一样压了不褪的皮疹',
    ],
    [
      'glass|when pressed|pressing|purple|bruise-like',
      '玻璃|按压不退|压不掉|压了不褪|紫疹',
    ],
    { base: 0.005 },
  ),
  'drooping-face': symptom(
    [
      'a face that droops on one side',
      'a crooked smile',
      'one corner of the mouth hanging down',
      'one half of the face that will not move',
    ],
    ['一侧脸歪', '笑起来嘴歪', '一边嘴角下垂', '半边脸动不了'],
    [
      'droop|crooked|corner of the mouth|half of the face',
      '脸歪|嘴歪|嘴角|半边脸|口角歪斜',
    ],
  ),
  'weak-arm-or-leg': symptom(
    [
      'weakness of an arm or leg on one side',
      'one arm that drops when lifted',
      'a leg that gives way on the same side',
      'loss of strength down one side of the body',
    ],
    ['一侧手脚无力', '一只胳膊抬起就掉下', '同侧腿发软', '半边身子没力气'],
    [
      '(weak|strength)[^.?!]*(arm|leg|side)|arm that drops|gives way',
      '(手脚|肢体|手臂)无力|胳膊抬起|腿发软|半边身子',
    ],
  ),
  'slurred-speech': symptom(
    [
      'slurred speech',
      'trouble finding words',
      'words that come out jumbled',
      'speech others cannot understand',
    ],
    ['说话含糊', '想不起词、说不出来', '说话颠三倒四', '别人听不懂自己说话'],
    ['slur|finding words|jumbled|speech|trouble speaking', '说话|想不起词|言语不清'],
  ),
  'eye-will-not-close': symptom(
    [
      'an eye that will not close',
      'one eye that stays open and a forehead that will not wrinkle',
      'a forehead and eyelid that do not move',
      'an eyelid that cannot shut tightly',
    ],
    ['一只眼闭不上', '一侧眼闭不拢、抬头纹消失', '额头和眼皮都动不了', '眼睑闭不紧'],
    [
      'will not close|stays open|wrinkle|forehead and eyelid|cannot shut|close (your|the) eye|raise (your|the) eyebrow',
      '闭不上|闭不拢|抬头纹|额头和眼皮|闭不紧|闭眼',
    ],
  ),
  'pain-behind-ear': symptom(
    [
      'an ache behind the ear',
      'pain around one ear before the weakness',
      'soreness behind one ear',
      'a dull pain below the ear lobe',
    ],
    ['耳后疼', '发病前一侧耳周疼', '一边耳朵后面酸痛', '耳垂下方隐痛'],
    ['behind (the|one) ear|around one ear|ear lobe', '耳后疼|耳周|耳朵后面|耳垂'],
  ),
  'severe-headache-with-it': symptom(
    [
      'a severe headache as well',
      'a bad headache that came with it',
      'head pain and sickness as it began',
      'an intense headache at the very start',
    ],
    ['伴有剧烈头痛', '同时头疼得厉害', '一开始就头痛恶心', '发病当时剧烈的头疼'],
    [
      '(severe|bad|intense) headache|head pain and sickness',
      '剧烈(的)?头(痛|疼)|头疼得厉害|头痛恶心',
    ],
  ),
  'night-tingling-hand': symptom(
    [
      'tingling in thumb and fingers that wakes at night',
      'a hand that falls asleep at night',
      'numb thumb and first fingers, better on shaking',
      'night-time pins and needles in the hand',
    ],
    ['夜里拇指和手指麻醒', '手夜里发麻', '拇指食指麻，甩一甩好些', '夜间手部针刺样麻'],
    [
      'thumb|hand that falls asleep|night-time pins|shaking the hand',
      '拇指|手夜里|夜间手部|甩',
    ],
  ),
  'repeated-hand-work': background(
    [
      'work that repeats the same hand movement',
      'hours of typing or hand tools',
      'a job with much gripping and bending of the wrist',
      'a day full of repeated wrist work',
    ],
    [
      '反复做同一个手部动作的工作',
      '长时间打字或用手工具',
      '总要握东西弯手腕的活',
      '整天重复用手腕',
    ],
    ['hand movement|typing|hand tools|wrist', '手部动作|打字|手腕'],
    { base: 0.08, only: { fromAge: 16 } },
  ),
  'low-mood': symptom(
    [
      'low mood on most days',
      'sadness nearly every day',
      'weeks of feeling down',
      'a heavy heart from morning to night',
    ],
    ['大部分时间情绪低落', '几乎每天难过', '几周来心情低沉', '从早到晚心里沉甸甸'],
    [
      'low mood|sad|feeling down|heavy heart|depress',
      '情绪低落|难过|心情低沉|沉甸甸|心情不好|抑郁',
    ],
    { base: 0.05 },
  ),
  'no-joy': symptom(
    [
      'no joy in things that used to please',
      'a loss of interest in everything',
      'hobbies that no longer mean anything',
      'no pleasure in family or friends',
    ],
    [
      '以前喜欢的事也没乐趣',
      '对什么都没兴趣',
      '爱好都觉得没意思',
      '和家人朋友在一起也不开心',
    ],
    ['joy|interest in everything|hobbies|pleasure|enjoy', '乐趣|没兴趣|没意思|不开心'],
  ),
  'poor-sleep': symptom(
    [
      'poor sleep',
      'waking at four and lying awake',
      'trouble falling asleep',
      'broken nights',
    ],
    ['睡眠差', '凌晨四点醒来睡不着', '入睡困难', '整夜睡睡醒醒'],
    [
      'poor sleep|lying awake|falling asleep|broken nights|sleep(ing)? (badly|poorly|well)|how[^.?!]*sleep',
      '睡眠|睡不着|睡得|入睡|睡睡醒醒|失眠',
    ],
    { base: 0.1 },
  ),
  'thoughts-of-death': symptom(
    [
      'thoughts of ending life',
      'thoughts of suicide',
      'a wish not to be alive',
      'plans to hurt oneself',
    ],
    ['有轻生的念头', '想过自杀', '觉得不想活了', '有伤害自己的打算'],
    [
      'ending (your |his |her )?life|suicid|not to be alive|hurt oneself|hurt(ing)? yourself|harm(ing)? yourself|thoughts of death',
      '轻生|自杀|不想活|伤害自己',
    ],
    { base: 0.01, only: { fromAge: 12 } },
  ),
} as const;
