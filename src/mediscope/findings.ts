/** @file The kinds of images, what each can show, and how that is said. */
import type { Words } from './language.ts';

export const FINDINGS = {
  ecg: {
    normal: {
      en: 'a normal sinus rhythm without ST changes',
      zh: '窦性心律，无ST段改变',
    },
    'anterior-st-elevation': {
      en: 'ST elevation in the anterior leads V1 to V4',
      zh: '前壁V1至V4导联ST段抬高',
    },
    'diffuse-st-elevation': {
      en: 'saddle-shaped ST elevation in nearly all leads',
      zh: '几乎所有导联弓背向下的ST段抬高',
    },
    'atrial-fibrillation': {
      en: 'an irregular rhythm without P waves',
      zh: '心律绝对不齐，P波消失',
    },
    'narrow-tachycardia': {
      en: 'a regular narrow-complex tachycardia',
      zh: '规则的窄QRS心动过速',
    },
    'complete-block': {
      en: 'complete heart block with P waves apart from slow QRS complexes',
      zh: '完全性房室传导阻滞，P波与缓慢的QRS波无关',
    },
  },
  'chest-film': {
    normal: { en: 'clear lungs and a heart of normal size', zh: '双肺清晰，心影不大' },
    consolidation: { en: 'consolidation in one lower lobe', zh: '一侧下叶实变' },
    pneumothorax: {
      en: 'a collapsed lung edge with air around it',
      zh: '肺组织被压缩，外周可见气胸带',
    },
    effusion: {
      en: 'a pleural effusion with a raised fluid level',
      zh: '胸腔积液，外高内低的液面',
    },
    oedema: { en: 'a large heart with fluid in both lungs', zh: '心影增大，双肺水肿' },
    cavity: { en: 'an upper-lobe cavity with patchy shadows', zh: '上叶空洞伴斑片影' },
  },
  dermoscopy: {
    naevus: { en: 'an even, symmetrical pigment network', zh: '均匀对称的色素网' },
    melanoma: {
      en: 'an asymmetrical lesion with several colours, streaks and a blue-white veil',
      zh: '不对称、多种颜色、放射状条纹和蓝白幕',
    },
    keratosis: {
      en: 'sharply bordered brown with milia-like cysts and plugs',
      zh: '边界锐利的褐色斑，有粟粒样囊肿和角栓',
    },
    'basal-cell': {
      en: 'branching vessels and grey-blue nests on a pearly lesion',
      zh: '珍珠样病变上的树枝状血管和灰蓝色巢',
    },
  },
  'skin-photo': {
    normal: { en: 'skin without a rash', zh: '皮肤无皮疹' },
    plaques: {
      en: 'thick red plaques with silvery scales',
      zh: '带银白鳞屑的厚红斑块',
    },
    ring: {
      en: 'a ring with a scaly edge and clearer centre',
      zh: '边缘脱屑、中心较清的环形斑',
    },
    'crease-eczema': {
      en: 'ill-defined dry redness with scratch marks',
      zh: '边界不清的干燥红斑伴抓痕',
    },
    weals: { en: 'pale raised weals with red flares', zh: '苍白隆起的风团伴红晕' },
    'blister-band': {
      en: 'clustered blisters in a band on red skin',
      zh: '红斑基础上带状成簇水疱',
    },
    target: {
      en: 'a large target-like ring around a central spot',
      zh: '围绕中心点的大靶形环',
    },
    'spreading-redness': {
      en: 'a shiny, swollen sheet of redness',
      zh: '一片发亮肿胀的红斑',
    },
    'fine-red-spots': {
      en: 'fine, dense red spots all over',
      zh: '全身细密的红色小疹',
    },
    'blotchy-rash': { en: 'blotchy, merging red patches', zh: '融合成片的红色斑疹' },
    'palm-blisters': { en: 'small oval blisters on a palm', zh: '手掌上椭圆形小水疱' },
  },
  fundus: {
    normal: { en: 'a normal disc, vessels and macula', zh: '视盘、血管和黄斑正常' },
    'diabetic-retinopathy': {
      en: 'dot haemorrhages and hard exudates',
      zh: '点状出血和硬性渗出',
    },
    'cupped-disc': { en: 'a deeply cupped optic disc', zh: '视盘凹陷明显扩大' },
    drusen: {
      en: 'many yellow drusen around the macula',
      zh: '黄斑区许多黄色玻璃膜疣',
    },
    'vein-occlusion': {
      en: 'flame haemorrhages in all quadrants with swollen veins',
      zh: '四象限火焰状出血、静脉迂曲扩张',
    },
    'swollen-disc': {
      en: 'a swollen disc with blurred margins',
      zh: '视盘水肿、边界模糊',
    },
  },
  'blood-film': {
    normal: { en: 'red cells of even size and colour', zh: '红细胞大小染色均匀' },
    'small-pale-cells': {
      en: 'small, pale red cells with pencil forms',
      zh: '小而淡染的红细胞，见铅笔样细胞',
    },
    'large-oval-cells': {
      en: 'large oval red cells and a neutrophil with many lobes',
      zh: '大卵圆形红细胞和多分叶中性粒细胞',
    },
    blasts: { en: 'many large blast cells', zh: '大量体积大的原始细胞' },
    sickles: { en: 'sickle-shaped red cells', zh: '镰刀状红细胞' },
    'malaria-rings': {
      en: 'ring-shaped parasites inside red cells',
      zh: '红细胞内的环状疟原虫',
    },
  },
  ultrasound: {
    normal: { en: 'no abnormality in the region scanned', zh: '扫查区域未见异常' },
    gallstones: {
      en: 'gallstones with shadows and a thin wall',
      zh: '胆囊结石伴声影，壁不厚',
    },
    'thick-gallbladder': {
      en: 'gallstones with a thick wall and fluid around the gallbladder',
      zh: '胆囊结石、壁增厚、周围积液',
    },
    hydronephrosis: {
      en: 'a dilated collecting system of the kidney',
      zh: '肾集合系统扩张',
    },
    appendix: {
      en: 'a swollen tube-like appendix that ends blindly',
      zh: '增粗的盲端管状阑尾',
    },
    'adnexal-ring': {
      en: 'an empty womb with a ring beside it and free fluid',
      zh: '宫腔空虚，旁有环状包块和游离液体',
    },
    'ovarian-cyst': {
      en: 'a large ovarian cyst with an enlarged ovary',
      zh: '卵巢增大伴大囊肿',
    },
    'bowel-target': { en: 'a target of bowel within bowel', zh: '肠套肠的靶环征' },
  },
  otoscopy: {
    normal: {
      en: 'a pearly grey eardrum with a light reflex',
      zh: '珍珠灰色鼓膜，光锥可见',
    },
    'bulging-red': { en: 'a red, bulging eardrum', zh: '鼓膜充血膨隆' },
    'fluid-level': {
      en: 'a dull amber eardrum with bubbles behind it',
      zh: '鼓膜琥珀色混浊，后有气泡',
    },
    perforation: { en: 'a hole in the eardrum', zh: '鼓膜穿孔' },
    wax: { en: 'brown wax that fills the canal', zh: '褐色耵聍堵满耳道' },
    'swollen-canal': {
      en: 'a red, swollen canal with debris',
      zh: '外耳道红肿伴分泌物',
    },
  },
  'head-ct': {
    normal: { en: 'no bleeding and no infarct', zh: '未见出血和梗死' },
    'subarachnoid-blood': {
      en: 'bright blood in the cisterns',
      zh: '脑池内高密度出血',
    },
    'dark-territory': {
      en: 'a dark wedge in one arterial territory',
      zh: '一侧动脉供血区低密度',
    },
    'bright-clot': { en: 'a bright clot within the brain', zh: '脑实质内高密度血肿' },
    crescent: {
      en: 'a crescent of old blood along one side',
      zh: '一侧新月形陈旧性出血',
    },
  },
  'lab-report': {
    normal: { en: 'values within their limits', zh: '各项数值在参考范围内' },
    'high-tsh': { en: 'a high TSH with a low free T4', zh: '促甲状腺激素高、游离T4低' },
    'low-tsh': { en: 'a low TSH with a high free T4', zh: '促甲状腺激素低、游离T4高' },
    'high-glucose': { en: 'a high glucose and HbA1c', zh: '血糖和糖化血红蛋白升高' },
    ketoacidosis: {
      en: 'a very high glucose with ketones and a low pH',
      zh: '血糖极高、酮体阳性、pH降低',
    },
    'high-creatinine': {
      en: 'a high creatinine with a low eGFR',
      zh: '肌酐升高、肾小球滤过率下降',
    },
    'low-ferritin': {
      en: 'a low haemoglobin, MCV and ferritin',
      zh: '血红蛋白、MCV和铁蛋白降低',
    },
    'low-b12': {
      en: 'a low haemoglobin with a high MCV and a low B12',
      zh: '血红蛋白低、MCV高、维生素B12低',
    },
    'high-white-cells': {
      en: 'very high white cells with low haemoglobin and platelets',
      zh: '白细胞极高，血红蛋白和血小板低',
    },
    'high-urate': { en: 'a high uric acid', zh: '尿酸升高' },
    'high-crp': {
      en: 'a very high CRP and white cell count',
      zh: 'C反应蛋白和白细胞明显升高',
    },
    'rheumatoid-factor': {
      en: 'a high rheumatoid factor and anti-CCP',
      zh: '类风湿因子和抗CCP抗体升高',
    },
    'sickle-anaemia': {
      en: 'a low haemoglobin with many reticulocytes',
      zh: '血红蛋白低、网织红细胞增多',
    },
    'infected-urine': {
      en: 'urine with nitrite and white cells and a high CRP',
      zh: '尿亚硝酸盐和白细胞阳性，C反应蛋白升高',
    },
    'urine-protein': {
      en: 'protein in the urine with low platelets and high liver enzymes',
      zh: '尿蛋白阳性、血小板低、肝酶升高',
    },
    'low-platelets': { en: 'low platelets and white cells', zh: '血小板和白细胞降低' },
  },
} as const satisfies Record<string, Record<string, Words>>;

export type ImageKind = keyof typeof FINDINGS;

/** A finding of any kind; which belong to a kind is in `FINDINGS`. */
export type Finding = { [K in ImageKind]: keyof (typeof FINDINGS)[K] }[ImageKind];

/** An image and what it truly shows. */
export interface Pictured {
  readonly kind: ImageKind;
  readonly finding: Finding;
}

export const IMAGE_KINDS = Object.keys(FINDINGS) as readonly ImageKind[];

/** What `finding` of `kind` is called; undefined where the kind cannot show it. */
export function findingWords({ kind, finding }: Pictured): Words | undefined {
  return (FINDINGS[kind] as Readonly<Record<string, Words>>)[finding];
}

/** The findings of a kind. */
export function findingsOf(kind: ImageKind): readonly Finding[] {
  return Object.keys(FINDINGS[kind]) as Finding[];
}

export const IMAGE_NAMES: Readonly<Record<ImageKind, Words>> = {
  ecg: { en: 'ECG', zh: '心电图' },
  'chest-film': { en: 'chest X-ray', zh: '胸片' },
  dermoscopy: { en: 'dermoscopy picture', zh: '皮肤镜照片' },
  'skin-photo': { en: 'photo of the skin', zh: '皮肤照片' },
  fundus: { en: 'photo of the back of the eye', zh: '眼底照片' },
  'blood-film': { en: 'blood film', zh: '血涂片' },
  ultrasound: { en: 'ultrasound picture', zh: '超声图' },
  otoscopy: { en: 'picture of the eardrum', zh: '耳镜照片' },
  'head-ct': { en: 'CT of the head', zh: '头颅CT' },
  'lab-report': { en: 'laboratory report', zh: '化验单' },
};

/** What somebody calls such an image who asks for it; without case. */
export const IMAGE_CUES: Readonly<Record<ImageKind, Words>> = {
  ecg: { en: '\\be[ck]g|heart tracing', zh: '心电图' },
  'chest-film': {
    en: 'chest (x-?ray|film|radiograph)|x-?ray of (the|your) chest',
    zh: '胸片|胸部X',
  },
  dermoscopy: { en: 'dermoscop|close-up of the (spot|mole)', zh: '皮肤镜' },
  'skin-photo': {
    en: '(photo|picture)s? of the (skin|rash)|skin photo',
    zh: '皮肤照片|皮疹照片|皮肤的照片',
  },
  fundus: { en: 'fundus|back of the eye|retina(l)? (photo|picture)', zh: '眼底' },
  'blood-film': { en: 'blood (film|smear)', zh: '血涂片|血片' },
  ultrasound: { en: 'ultrasound|sonogra', zh: '超声|B超' },
  otoscopy: { en: 'otoscop|(picture|photo|look)[^.?!]*eardrum', zh: '耳镜|鼓膜照片' },
  'head-ct': { en: '\\bct\\b|scan of the head|head scan', zh: 'CT' },
  'lab-report': {
    en: 'lab(oratory)? (report|result|value|page)|blood (test|result)s?|urine (test|result)',
    zh: '化验|检验|血检|抽血结果',
  },
};
