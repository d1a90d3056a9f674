/** @file What people with pain in the belly, or trouble passing water, are asked about. */
import { background, symptom } from '../fact.ts';

const CAN_BE_PREGNANT = { sex: 'female', fromAge: 15, toAge: 50 } as const;

export const BELLY_AND_URINE = {
  'after-fatty-food': symptom(
    [
      'pain that comes after fatty food',
      'attacks after fried or greasy meals',
      'pain within an hour of a rich meal',
      'cramps brought on by oily dishes',
    ],
    [
      '吃油腻食物后疼',
      '吃油炸的东西就发作',
      '大餐后一小时内疼痛',
      '油腻饭菜引发的绞痛',
    ],
    ['fatty|fried|greasy|rich meal|oily', '油腻|油炸|大餐'],
  ),
  'steady-pain-for-hours': symptom(
    [
      'a pain that has stayed for more than six hours',
      'constant pain that does not let up',
      'steady pain all day without a break',
      'pain that has not left for many hours',
    ],
    [
      '疼痛持续六小时以上',
      '一直不缓解的疼痛',
      '整天不停地疼',
      '好几个小时没有松过的疼',
    ],
    [
      'more than six hours|does not let up|steady pain|many hours|constant(ly)? pain|pain constant',
      '六小时|不缓解|不停地疼|没有松过|持续(性)?(疼|痛)',
    ],
  ),
  'yellow-skin': symptom(
    [
      'yellow eyes or skin',
      'a yellow tinge to the eyes',
      'dark urine with yellow eyes',
      'skin that has turned yellow',
    ],
    ['眼睛或皮肤发黄', '眼白发黄', '尿色深、眼睛黄', '皮肤变黄'],
    [
      'yellow (eyes|skin|tinge)|(eyes|skin)[^.?!,]*yellow|jaundice',
      '发黄|眼睛黄|皮肤变黄|黄疸',
    ],
  ),
  'black-stools': symptom(
    [
      'black, tarry stools',
      'sticky black stool',
      'stools as black as tar',
      'dark, foul stool like pitch',
    ],
    ['黑色柏油样大便', '又黑又粘的大便', '大便黑得像沥青', '发黑发臭的大便'],
    [
      '(black|tar|pitch)[^.?!,]*(stool|motion)?',
      '(黑|柏油|沥青)[^，。？]*便|大便黑|发黑',
    ],
  ),
  'vomiting-blood': symptom(
    [
      'vomit with blood or coffee grounds',
      'vomiting of blood',
      'vomit that looks like coffee grounds',
      'fresh blood brought up with vomit',
    ],
    ['呕吐物带血或像咖啡渣', '呕血', '吐出咖啡色的东西', '吐出鲜血'],
    [
      'vomit[^.?!,]*(blood|coffee)|blood[^.?!,]*vomit|coffee ground',
      '呕血|咖啡|吐[^，。？]*血',
    ],
    { base: 0.01 },
  ),
  'painkiller-use': background(
    [
      'daily use of ibuprofen or aspirin',
      'anti-inflammatory painkillers most days',
      'weeks of ibuprofen tablets',
      'regular aspirin or diclofenac',
    ],
    [
      '每天吃布洛芬或阿司匹林',
      '经常吃消炎止痛药',
      '连吃几周布洛芬',
      '长期服阿司匹林或双氯芬酸',
    ],
    [
      'ibuprofen|aspirin|diclofenac|painkiller|anti-inflammator',
      '布洛芬|阿司匹林|双氯芬酸|止痛药',
    ],
    { base: 0.06 },
  ),
  'hunger-pain': symptom(
    [
      'pain on an empty stomach that food eases',
      'gnawing pain at night that a snack relieves',
      'hunger pains that go after eating',
      'an empty-stomach ache that milk or food settles',
    ],
    [
      '空腹疼、吃东西缓解',
      '夜里隐痛吃点东西就好',
      '饥饿时疼，吃完就不疼',
      '肚子空时疼，喝奶吃饭能压住',
    ],
    ['empty[- ]stomach|gnawing|hunger pain|food eases', '空腹|饥饿|肚子空|夜里隐痛'],
  ),
  vomiting: symptom(
    [
      'vomiting',
      'being sick several times',
      'repeated vomiting',
      'throwing up again and again',
    ],
    ['呕吐', '吐了好几次', '反复呕吐', '一再地吐'],
    ['vomit|being sick|been sick|throw(ing|n)? up', '呕吐|吐了|一再地吐'],
    { base: 0.05 },
  ),
  'drinking-alcohol': background(
    [
      'heavy drinking',
      'several beers or spirits every day',
      'a lot of alcohol each week',
      'a habit of strong drink',
    ],
    ['大量饮酒', '每天喝几瓶啤酒或白酒', '一周喝很多酒', '嗜好烈酒'],
    [
      'drinking (habit|a lot)|heavy drinking|alcohol|beer|spirits|strong drink',
      '饮酒|啤酒|喝很多酒|烈酒|喝酒',
    ],
    { base: 0.1, only: { fromAge: 18 } },
  ),
  'pain-through-to-back': symptom(
    [
      'pain that bores through to the back',
      'belly pain going straight into the back',
      'upper belly pain felt between the shoulder blades behind',
      'a pain from the stomach that pierces to the back',
    ],
    ['疼痛穿透到后背', '肚子疼直通后背', '上腹痛连着背后两肩之间', '胃痛像钻到背上'],
    ['(to|into|through to|straight into) the back|shoulder blades', '后背|背后|背上'],
  ),
  'pain-moved-to-lower-right': symptom(
    [
      'pain that moved from the navel to the lower right',
      'pain that began around the navel and settled low on the right',
      'belly pain that wandered to the right groin side',
      'an ache that shifted from the middle to the right lower belly',
    ],
    [
      '疼痛从肚脐转移到右下腹',
      '先肚脐周围疼后来到右下',
      '肚子疼慢慢跑到右下方',
      '疼的地方由中间移到右下腹',
    ],
    [
      'navel|lower right|low on the right|right (groin|lower)|(moved|shift|wander)[^.?!,]*right',
      '肚脐|右下',
    ],
  ),
  'poor-appetite': symptom(
    ['no appetite', 'a loss of appetite', 'no wish to eat', 'little interest in food'],
    ['没有胃口', '食欲下降', '不想吃饭', '对吃饭没兴趣'],
    ['appetite|wish to eat|interest in food', '胃口|食欲|不想吃|吃饭没兴趣'],
    { base: 0.06 },
  ),
  'worse-on-moving': symptom(
    [
      'pain made worse by walking or coughing',
      'pain with every step or bump',
      'a belly that hurts when jolted',
      'pain that makes it hard to straighten up',
    ],
    ['走路或咳嗽时更疼', '一走一颠就疼', '肚子一震动就疼', '疼得直不起腰'],
    [
      '(walking or coughing|every step|bump|jolt|straighten up|worse[^.?!,]*mov)',
      '(走路|一走|震动)[^，。？]*疼|直不起腰',
    ],
  ),
  'flank-to-groin-waves': symptom(
    [
      'waves of pain from the flank to the groin',
      'cramping pain in the side that shoots to the groin',
      'colicky loin pain that runs downwards',
      'spasms from below the ribs down into the groin',
    ],
    [
      '腰部一阵阵疼到腹股沟',
      '侧腰绞痛窜到大腿根',
      '腰侧绞痛往下走',
      '肋下痉挛样疼痛到腹股沟',
    ],
    ['groin|flank|loin|colicky', '腹股沟|大腿根|侧腰|腰侧'],
  ),
  'restless-with-pain': symptom(
    [
      'a pain that makes it impossible to lie still',
      'pacing up and down with the pain',
      'restlessness because no position helps',
      'rolling about in pain',
    ],
    ['疼得躺不住', '疼得来回走动', '怎么躺都不舒服、坐立不安', '疼得打滚'],
    [
      'lie still|pacing|no position|restless|rolling about',
      '躺不住|来回走|坐立不安|打滚',
    ],
  ),
  'blood-in-urine': symptom(
    [
      'blood in the urine',
      'red or pink urine',
      'urine the colour of cola or blood',
      'reddish water when urinating',
    ],
    ['尿里有血', '尿发红', '尿像可乐或血的颜色', '排尿时尿色淡红'],
    [
      'blood[^.?!,]*urine|(red|pink|cola)[^.?!,]*urine|urine[^.?!,]*(blood|red|pink|cola)|reddish',
      '尿[^，。？]*(血|红|可乐)|血尿',
    ],
    { base: 0.02 },
  ),
  'burning-urine': symptom(
    [
      'burning when passing urine',
      'stinging urination',
      'pain on passing water',
      'a scalding feeling when urinating',
    ],
    ['小便时烧灼', '尿痛', '排尿刺痛', '解小便火辣辣的'],
    [
      '(burn|sting|pain|scald)[^.?!,]*(urin|water)|urin[^.?!,]*(burn|sting|pain|hurt)',
      '尿痛|小便时烧|排尿刺痛|解小便火辣',
    ],
  ),
  'shaking-chills': symptom(
    [
      'shaking chills',
      'shivers that rattle the teeth',
      'bouts of violent shivering',
      'chills that shake the whole bed',
    ],
    ['寒战', '冷得牙齿打颤', '一阵阵剧烈发抖', '冷得床都跟着抖'],
    ['chill|shiver|rigor', '寒战|打颤|发抖|跟着抖'],
  ),
  'missed-period': symptom(
    [
      'a missed period',
      'a period that is overdue',
      'a late period',
      'no period for over a month',
    ],
    ['月经推迟没来', '停经', '例假晚了', '一个多月没来月经'],
    [
      '(missed|late|overdue|no) period|period[^.?!,]*(overdue|late|miss)|pregnan',
      '停经|例假晚|月经(推迟|没来|正常|准)|没来月经|怀孕',
    ],
    { base: 0.05, only: CAN_BE_PREGNANT },
  ),
  spotting: symptom(
    [
      'bleeding from the vagina outside the period',
      'unexpected spotting',
      'vaginal bleeding between periods',
      'brown or red spotting down below',
    ],
    [
      '非经期阴道出血',
      '意外的点滴出血',
      '两次月经间阴道流血',
      '下身褐色或红色点滴出血',
    ],
    ['vagina|spotting', '阴道|点滴出血'],
    { base: 0.04, only: CAN_BE_PREGNANT },
  ),
  'shoulder-tip-pain': symptom(
    [
      'pain at the tip of the shoulder',
      'shoulder-tip pain when lying down',
      'an odd ache on top of the shoulder',
      'a pain in the shoulder point with the belly pain',
    ],
    ['肩尖疼', '躺下时肩头疼', '肩膀顶端莫名酸痛', '肚子疼的同时肩峰痛'],
    [
      'shoulder[- ]tip|tip of the shoulder|top of the shoulder|shoulder point',
      '肩尖|肩头|肩膀顶端|肩峰',
    ],
    { base: 0.01 },
  ),
  'sudden-one-sided-belly': symptom(
    [
      'a sudden severe pain low on one side',
      'one-sided low belly pain that struck in seconds',
      'abrupt pelvic pain on one side',
      'a stab on one side of the lower belly that came at once',
    ],
    ['突然一侧下腹剧痛', '单侧下腹几秒内剧痛', '一侧盆腔突发疼痛', '一边小腹猛地一刺'],
    [
      'low on one side|one-sided low|pelvic pain|one side of the lower',
      '(一侧|单侧)[^，。？]*(下腹|盆腔)|一边小腹',
    ],
  ),
  'known-ovarian-cyst': background(
    [
      'a known ovarian cyst',
      'a cyst on the ovary seen before',
      'an ovary cyst found at a check-up',
      'an earlier scan with an ovarian cyst',
    ],
    [
      '已知卵巢囊肿',
      '以前查出卵巢有囊肿',
      '体检发现过卵巢囊肿',
      '早先做超声有卵巢囊肿',
    ],
    ['ovar', '卵巢'],
    { base: 0.04, only: { sex: 'female', fromAge: 14, toAge: 60 } },
  ),
  'watery-stools': symptom(
    [
      'watery stools many times a day',
      'diarrhoea',
      'loose, watery motions',
      'runny stools again and again',
    ],
    ['一天多次水样便', '腹泻', '拉稀水', '反复拉肚子'],
    ['watery|diarrh|loose|runny stool', '水样便|腹泻|拉稀|拉肚子'],
    { base: 0.04 },
  ),
  'stones-before': background(
    [
      'stones in the past',
      'an earlier kidney stone or gallstone',
      'a stone treated some years ago',
      'previous trouble with stones',
    ],
    ['以前有过结石', '得过肾结石或胆结石', '几年前治过结石', '曾被结石困扰'],
    ['stone', '结石'],
    { base: 0.05, only: { fromAge: 20 } },
  ),
  'frequent-urination': symptom(
    [
      'very frequent urination',
      'passing a lot of urine',
      'many trips to the toilet day and night',
      'getting up several times a night to urinate',
    ],
    ['小便次数很多', '尿量很多', '白天黑夜总上厕所', '一夜起来解好几次小便'],
    [
      'frequent urin|urinat[^.?!,]*(often|frequent|several)|lot of urine|trips to the toilet|times a night to urinate',
      '小便次数|尿量|尿频|上厕所|解好几次小便',
    ],
    { base: 0.05 },
  ),
  'foamy-urine': symptom(
    [
      'foamy urine',
      'urine with froth that stays',
      'bubbles in the toilet that do not go',
      'frothy urine',
    ],
    ['尿里有泡沫', '尿泡沫久久不散', '马桶里的尿泡沫不消', '小便起沫'],
    ['foam|froth|bubbles in the toilet', '泡沫|起沫'],
  ),
} as const;
