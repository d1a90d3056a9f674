/** @file What people with heart or lung trouble are asked about. */
import { background, symptom } from '../fact.ts';

export const HEART_AND_LUNGS = {
  'pressing-chest-pain': symptom(
    [
      'a pressing pain in the middle of the chest',
      'a tight, squeezing chest',
      'a heavy weight on the chest',
      'a crushing feeling behind the breastbone',
    ],
    ['胸口压榨样的疼痛', '胸口发紧', '胸口像压了石头', '胸骨后压迫感'],
    [
      '(press|tight|squeez|heav|crush|weight)[^.?!,]*(chest|breastbone)|(chest|breastbone)[^.?!,]*(press|tight|squeez|heav|crush)|tight, squeezing chest',
      '(胸口|胸部|胸骨)[^，。？]*(压|紧|闷)|压榨',
    ],
  ),
  'pain-into-arm': symptom(
    [
      'pain that spreads to the left arm or jaw',
      'pain that runs down the left arm',
      'an ache that travels into the jaw or arm',
      'discomfort that moves into the arm and neck',
    ],
    [
      '疼痛放射到左臂或下巴',
      '疼痛串到左胳膊',
      '酸痛延伸到下颌或手臂',
      '不适感传到胳膊和脖子',
    ],
    [
      '(pain|ache|discomfort|spread|radiat)[^.?!,]*(left arm|jaw|into the arm|down the arm|shoulder or arm)',
      '(左臂|左胳膊|下颌|下巴|手臂|胳膊和脖子)',
    ],
  ),
  'cold-sweat': symptom(
    [
      'a cold sweat',
      'sweating with clammy skin',
      'beads of sweat with the attack',
      'clammy, sweaty hands and face',
    ],
    ['出冷汗', '大汗、皮肤湿冷', '发作时满头是汗', '手和脸又湿又冷'],
    [
      'cold sweat|clammy|beads of sweat|sweating (with|during)',
      '冷汗|湿冷|满头是汗|又湿又冷',
    ],
  ),
  'pain-on-breathing-in': symptom(
    [
      'pain that is sharp on breathing in',
      'a stabbing pain with every deep breath',
      'pain that catches on a deep breath',
      'a knife-like pain when the lungs fill',
    ],
    ['吸气时刺痛', '深呼吸时像针扎一样疼', '深吸一口气就疼', '一吸气就像刀割'],
    [
      '(pain|hurt|stab)[^.?!,]*(breathing in|breathe in|deep breath|inhal|lungs fill|inspiration)',
      '(吸气|深呼吸|深吸)[^，。？]*(痛|疼|刀割)|(痛|疼)[^，。？]*(吸气|深呼吸)',
    ],
  ),
  'worse-lying-flat': symptom(
    [
      'chest pain that eases on leaning forward',
      'chest pain that is worse lying flat',
      'pain in the chest that settles when sitting up and leaning over',
      'chest pain that lying on the back makes worse',
    ],
    [
      '坐起前倾时胸痛减轻',
      '平躺时胸痛加重',
      '身体往前倾胸口就舒服些',
      '仰卧时胸痛更厉害',
    ],
    [
      'lean(ing)? (forward|over)|(pain|worse)[^.?!,]*(lying flat|lie flat|lying down|lie down|lying on the back|on your back)',
      '前倾|往前倾|(平躺|仰卧)[^，。？]*痛',
    ],
  ),
  breathlessness: symptom(
    [
      'shortness of breath',
      'trouble getting enough air',
      'breathlessness',
      'difficulty breathing',
    ],
    ['气短', '喘不上气', '呼吸急促', '呼吸困难'],
    [
      'short(ness)? of breath|enough air|breathless|difficulty (in )?breathing|out of breath|trouble breathing',
      '气短|喘不上气|呼吸急促|呼吸困难|气促|气急',
    ],
    { base: 0.05 },
  ),
  'one-sided-chest-pain': symptom(
    [
      'a sudden pain on one side of the chest',
      'chest pain that began all at once on one side',
      'an abrupt one-sided pain in the ribs and chest',
      'a pain that struck one half of the chest in a second',
    ],
    ['一侧胸部突然疼痛', '单侧胸痛突然发生', '半边胸肋突发疼痛', '一边胸口瞬间剧痛'],
    [
      '(one side|one-sided|one half)[^.?!]*chest|chest[^.?!,]*(one side|one-sided)|one-sided pain in the ribs',
      '(一侧|单侧|半边|一边)[^，。？]*胸',
    ],
  ),
  'swollen-calf': symptom(
    [
      'a swollen, sore calf',
      'swelling of one calf',
      'one lower leg thicker than the other',
      'a tender lump or swelling in one calf',
    ],
    ['一侧小腿肿痛', '单侧小腿肿', '一条小腿比另一条粗', '一边小腿肚肿胀压痛'],
    ['calf|one lower leg|one leg swollen', '小腿'],
  ),
  'long-rest-or-journey': background(
    [
      'a long journey or bed rest in the last month',
      'surgery or a plaster cast in the last weeks',
      'a long flight or weeks in bed lately',
      'a recent operation or a long time sitting still',
    ],
    [
      '最近一个月久坐旅行或卧床',
      '近几周做过手术或打过石膏',
      '最近坐长途飞机或长期卧床',
      '近期开过刀或长时间坐着不动',
    ],
    [
      'long (journey|flight|trip)|bed ?rest|surgery|operation|plaster|weeks in bed|sitting still|immobil',
      '卧床|手术|石膏|长途|久坐|开过刀|坐着不动',
    ],
    { base: 0.06 },
  ),
  'coughing-blood': symptom(
    [
      'blood in the phlegm',
      'coughing up blood',
      'blood-streaked spit',
      'red streaks in what is coughed up',
    ],
    ['痰里带血', '咳血', '吐的痰有血丝', '咳出来的东西带红'],
    [
      'blood[^.?!,]*(phlegm|sputum|spit)|cough[^.?!,]*blood|red streaks',
      '痰[^，。？]*血|咯血|咳血|带红',
    ],
    { base: 0.01 },
  ),
  'burning-after-meals': symptom(
    [
      'burning behind the breastbone after meals',
      'heartburn',
      'a burning feeling that rises after eating',
      'a fiery feeling in the chest after food',
    ],
    ['饭后胸骨后烧灼感', '烧心', '吃完饭有火烧的感觉往上涌', '进食后胸口发烫'],
    [
      'heartburn|(burn|fiery)[^.?!,]*(meal|eating|food|breastbone)',
      '烧心|烧灼|火烧的感觉|发烫[^，。？]*饭|进食后胸口发烫',
    ],
    { base: 0.08 },
  ),
  'sour-taste': symptom(
    [
      'a sour taste in the mouth',
      'acid coming up into the throat',
      'sour fluid rising at night',
      'a bitter, acid taste when bending over',
    ],
    ['嘴里反酸', '酸水涌到嗓子', '夜里反酸水', '弯腰时嘴里又酸又苦'],
    ['sour|acid', '反酸|酸水|又酸又苦'],
    { base: 0.06 },
  ),
  'sudden-fear': symptom(
    [
      'a sudden fear of dying',
      'waves of panic out of the blue',
      'sudden terror for no reason',
      'a rush of fear that something terrible is about to happen',
    ],
    [
      '突然害怕自己要死了',
      '莫名其妙一阵惊恐',
      '无缘无故的突然恐惧',
      '突然涌上大难临头的恐惧',
    ],
    ['fear|panic|terror', '害怕|惊恐|恐惧'],
  ),
  'tingling-fingers': symptom(
    [
      'tingling in the fingers and around the mouth',
      'pins and needles in both hands during attacks',
      'prickling lips and fingers',
      'numb lips and fingertips with the fast breathing',
    ],
    [
      '手指和嘴周发麻',
      '发作时双手针刺感',
      '嘴唇和手指刺刺的',
      '呼吸快时嘴唇和指尖麻木',
    ],
    [
      '(tingl|prickl|pins and needles|numb)[^.?!]*(finger|hands during|mouth|lips)',
      '(手指|嘴周|嘴唇|指尖|双手)[^，。？]*(麻|刺)',
    ],
  ),
  fainting: symptom(
    [
      'a faint or blackout',
      'a moment of passing out',
      'a sudden loss of consciousness',
      'a collapse with loss of awareness',
    ],
    ['晕倒', '眼前一黑昏过去', '突然失去知觉', '昏倒不省人事'],
    [
      'faint(?!ly)|black(ed)? ?out|pass(ed|ing)? out|los(s|t|e)[^.?!,]*(conscious|aware)|collaps',
      '晕倒|昏|失去知觉|晕厥|意识丧失',
    ],
    { base: 0.02 },
  ),
  'uneven-heartbeat': symptom(
    [
      'a heartbeat that is uneven all the time',
      'an irregular pulse',
      'a pulse without any rhythm',
      'a heart that beats completely out of step',
    ],
    ['心跳一直不齐', '脉搏不规则', '脉搏毫无节律', '心跳乱得没有拍子'],
    [
      '(uneven|irregular|without any rhythm|out of step|skipping)',
      '不齐|不规则|毫无节律|心跳乱|没有拍子|心律不齐',
    ],
  ),
  'on-off-racing': symptom(
    [
      'a racing heart that starts and stops like a switch',
      'a fast heartbeat that begins and ends in an instant',
      'sudden racing of the heart that stops just as suddenly',
      'a galloping heart that turns on and off at once',
    ],
    [
      '心跳突然变快又突然停下',
      '心慌说来就来说停就停',
      '心脏突然狂跳又戛然而止',
      '心跳像开关一样忽快忽停',
    ],
    [
      'like a switch|(start|begin|turn)s?[^.?!]*(stop|end|off)[^.?!]*|(stop|end)s? (just as )?suddenly',
      '突然停|说停就停|戛然而止|像开关|突然开始突然',
    ],
  ),
  'slow-pulse': symptom(
    [
      'a very slow pulse',
      'a pulse below forty',
      'a heart that beats unusually slowly',
      'a strangely slow heartbeat',
    ],
    ['脉搏很慢', '脉搏不到四十次', '心脏跳得异常慢', '心跳慢得奇怪'],
    ['slow(ly)?|below forty|bradycardi', '很慢|不到四十|异常慢|慢得奇怪|心跳慢'],
  ),
  'heat-intolerance': symptom(
    [
      'trouble bearing heat',
      'feeling hot when others are cold',
      'sweating in a cool room',
      'a dislike of warm rooms that is new',
    ],
    ['怕热', '别人冷的时候自己还热', '凉快的屋里也出汗', '最近受不了暖和的房间'],
    [
      '(bear|stand|toler)[^.?!,]*heat|heat intoler|hot when others|cool room|warm rooms',
      '怕热|还热|凉快的屋|受不了暖和',
    ],
  ),
  'shaky-hands': symptom(
    [
      'shaky hands',
      'a fine tremor of the fingers',
      'trembling when holding a cup',
      'hands that quiver when held out',
    ],
    ['手抖', '手指细微颤动', '端杯子时发颤', '伸手时双手颤抖'],
    ['shak|trem(or|bl)|quiver', '手抖|颤'],
  ),
  'endless-worry': symptom(
    [
      'worry about everything on most days',
      'constant worrying that cannot be stopped',
      'months of worrying about small things',
      'a mind that never stops fretting',
    ],
    [
      '几乎每天什么都担心',
      '停不下来的担忧',
      '几个月来总为小事操心',
      '脑子里一刻不停地忧虑',
    ],
    ['worr|fret', '担心|担忧|操心|忧虑'],
    { base: 0.06 },
  ),
  'swollen-ankles': symptom(
    [
      'swollen ankles',
      'both legs swelling by evening',
      'socks leaving deep marks',
      'puffy feet and ankles',
    ],
    ['脚踝肿', '到晚上两腿肿', '袜子勒出深印', '双脚和脚腕浮肿'],
    [
      'ankle|both legs|socks|puffy feet|leg swelling|swollen legs',
      '脚踝|两腿肿|袜子|脚腕|双腿水肿|下肢水肿',
    ],
    { base: 0.05 },
  ),
  'extra-pillows': symptom(
    [
      'breathlessness lying flat that needs extra pillows',
      'waking at night gasping for air',
      'a need to sleep propped up',
      'sleep that is only possible sitting up',
    ],
    ['平躺就喘，要垫高枕头', '夜里憋醒', '要垫高上身才能睡', '只能坐着睡觉'],
    [
      'pillow|gasping|propped|sitting up|breath[^.?!,]*lying flat',
      '枕头|憋醒|垫高|坐着睡|夜间阵发',
    ],
  ),
  'coloured-phlegm': symptom(
    [
      'a cough with yellow or green phlegm',
      'thick coloured phlegm',
      'rusty or green sputum',
      'a wet cough that brings up dirty-looking mucus',
    ],
    ['咳黄绿色的痰', '浓稠带色的痰', '铁锈色或绿色的痰', '咳出脏兮兮的粘痰'],
    [
      '(yellow|green|colou?red|rusty|dirty)[^.?!,]*(phlegm|sputum|mucus)|phlegm|sputum',
      '黄绿色|带色的痰|铁锈色|粘痰|黄痰|咳痰',
    ],
  ),
  wheeze: symptom(
    [
      'a whistling sound when breathing out',
      'wheezing',
      'a whistle in the chest',
      'a squeaky noise with each breath out',
    ],
    ['呼气时有哨音', '喘鸣', '胸口有哨笛声', '每次呼气都吱吱响'],
    ['whistl|wheez|squeak', '哨|喘鸣|吱吱|哮鸣'],
  ),
  'night-cough': symptom(
    [
      'a dry cough that wakes at night',
      'coughing fits at night or in cold air',
      'a cough that is worst before dawn',
      'a tickly cough after running or at night',
    ],
    ['夜里干咳醒来', '夜间或冷空气里阵咳', '天亮前咳得最重', '跑步后或晚上喉咙痒咳'],
    [
      'cough[^.?!,]*(night|cold air|dawn|running)|(night|dawn)[^.?!,]*cough',
      '(夜|晚上|冷空气|天亮|跑步)[^，。？]*咳',
    ],
  ),
  'night-sweats': symptom(
    [
      'drenching sweats at night',
      'night sweats that soak the sheets',
      'waking soaked in sweat',
      'bedclothes wet with sweat in the morning',
    ],
    ['夜里大汗湿透', '盗汗', '睡醒全身汗湿', '早上被褥被汗浸湿'],
    [
      'night sweat|sweats? at night|soaked|wet with sweat',
      '(夜里|夜间|晚上)[^，。？]*汗|盗汗|汗湿|汗浸湿',
    ],
  ),
  'tuberculosis-contact': background(
    [
      'a contact with tuberculosis',
      'someone at home with tuberculosis',
      'a relative treated for lung TB',
      'shared rooms with a person who had TB',
    ],
    ['接触过肺结核病人', '家里有人得肺结核', '亲戚治疗过结核', '和结核病人同住过'],
    ['tubercul|\\btb\\b', '结核'],
    { base: 0.02 },
  ),
  smoking: background(
    [
      'a smoking habit',
      'years of cigarettes',
      'a daily tobacco habit',
      'a packet of cigarettes most days',
    ],
    ['吸烟的习惯', '多年的烟龄', '每天抽烟', '差不多一天一包烟'],
    ['smok|cigarette|tobacco', '吸烟|烟龄|抽烟|包烟'],
    { base: 0.2, only: { fromAge: 16 } },
  ),
  'allergic-tendency': background(
    [
      'hay fever or asthma in the family',
      'a tendency to allergies',
      'seasonal sneezing or asthma since childhood',
      'an allergic streak with asthma or hay fever',
    ],
    ['家族花粉症或哮喘', '过敏体质', '从小季节性喷嚏或哮喘', '哮喘或花粉过敏史'],
    [
      'hay fever|tendency to allerg|asthma|seasonal|allergic',
      '花粉|过敏体质|哮喘|季节性',
    ],
    { base: 0.1 },
  ),
  'heart-disease-before': background(
    [
      'a heart attack or heart disease in the past',
      'known heart disease',
      'an earlier heart attack',
      'heart trouble diagnosed years ago',
    ],
    ['以前得过心梗或心脏病', '已知的心脏病', '曾经心梗', '多年前查出心脏问题'],
    ['heart (attack|disease|trouble|problem)', '心梗|心脏病|心脏问题'],
    { base: 0.06, only: { fromAge: 35 } },
  ),
  'high-blood-pressure': background(
    [
      'high blood pressure',
      'raised blood pressure for years',
      'hypertension',
      'blood pressure that runs high',
    ],
    ['高血压', '多年血压偏高', '血压升高的病史', '血压一直降不下来'],
    ['blood pressure|hypertensi', '血压'],
    { base: 0.2, only: { fromAge: 30 } },
  ),
  diabetes: background(
    [
      'diabetes',
      'known sugar disease',
      'diagnosed diabetes for years',
      'treated diabetes',
    ],
    ['糖尿病', '确诊的血糖病', '患糖尿病多年', '正在治疗的糖尿病'],
    ['diabet|sugar disease', '糖尿病|血糖病'],
    { base: 0.1, only: { fromAge: 25 } },
  ),
  'recent-cold': symptom(
    [
      'a cold or flu in the last two weeks',
      'a recent cold',
      'a runny nose and sore throat lately',
      'a viral infection just before this',
    ],
    ['两周内感冒过', '最近感冒', '前些天流鼻涕嗓子疼', '发病前刚有病毒感染'],
    [
      '\\bcold (or flu|in the last)|recent cold|had a cold|runny nose and sore throat|viral infection',
      '感冒|前些天流鼻涕|病毒感染',
    ],
    { base: 0.1 },
  ),
} as const;
