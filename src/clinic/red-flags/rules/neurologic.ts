/** @file Red flags of brain, spine and nerves. */
import { all, any, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import {
  confusion,
  fever,
  headache,
  seizure,
  severeHeadache,
  suddenOnset,
  unresponsive,
} from '../signs.ts';

const stroke = sign(
  'stroke',
  `facial droop*, face droop*, face is drooping, face … droop*, mouth droop*, mouth … droop*, facial weakness, slurred speech, slurring, speech … slurred, dysarthri*, aphasi*, word finding difficult*,
   hemipares*, hemipleg*, one sided weakness, unilateral weakness, left sided weakness, right sided weakness, arm weakness, leg weakness on one side, weakness … left arm, weakness … right arm,
   weakness in … one arm, left arm weakness, right arm weakness, weakness of one side, weak on one side, cannot move … arm, can't move … arm, weakness … left side, weakness … right side, left arm is weak, right arm is weak, arm drift,
   acute stroke, ischaemic stroke, ischemic stroke, having a stroke, intracerebral haemorrhage, intracerebral hemorrhage, unable to lift … arm`,
  `口角歪斜, 嘴歪, 口歪, 面瘫, 言语不清, 说话不清, 口齿不清, 失语, 偏瘫, 一侧肢体无力, 单侧肢体无力, 左侧肢体无力, 右侧肢体无力, 左上肢无力, 右上肢无力, 肢体偏瘫,
   半身不遂, 半身无力, 右侧无力, 左侧无力, 脑卒中, 急性脑梗死, 脑梗死, 脑出血, 中风, 讲话含糊, 说话含糊, 构音障碍, 一侧肢体麻木, 左侧肢体麻木, 右侧肢体麻木, 鼻唇沟变浅`,
);
const recovered = sign(
  'that went away',
  `tia, transient ischaemic attack, transient ischemic attack, amaurosis fugax, resolved completely, fully resolved, completely resolved, has now resolved, recovered fully, now back to normal`,
  `短暂性脑缺血发作, 一过性黑矇, 一过性肢体无力, 一过性言语不清, 症状完全缓解, 已完全恢复, 自行缓解`,
);
const stiffNeck = sign(
  'signs of meningitis',
  `neck stiffness, stiff neck, nuchal rigidity, neck is stiff, photophobia, kernig*, brudzinski*, meningism, meningitis, bulging fontanelle, encephalitis`,
  `颈强直, 颈项强直, 颈抵抗, 脖子硬, 脖子僵硬, 颈部僵硬, 畏光, 脑膜刺激征, 克氏征阳性, 脑膜炎, 前囟隆起, 脑炎`,
);
const petechiae = sign(
  'a rash that does not blanch',
  `non blanching, non blanchable, petechia*, purpur*, does not blanch, doesn't blanch, not blanching, glass test positive`,
  `瘀点, 瘀斑, 紫癜, 压之不褪色, 压不褪色, 出血点, 皮下出血点`,
);
const longSeizure = sign(
  'a seizure that goes on',
  `status epilepticus, still fitting, still seizing, ongoing seizure, continuous seizure*, seizure lasting more than 5, seizure for more than 5, seizure … not stopping, seizure for … minutes, seizure lasting … minutes, convulsing for … minutes, repeated seizures, first seizure, first fit, without regaining consciousness, fitting for … minutes, prolonged seizure, seizing for … minutes, cluster seizures`,
  `癫痫持续状态, 持续抽搐, 抽搐不止, 反复抽搐, 惊厥持续状态, 首次抽搐, 首次癫痫发作, 第一次抽搐, 抽搐超过5分钟, 抽搐持续, 抽搐未停止, 抽搐…分钟, 惊厥持续, 惊厥…分钟`,
);
const cauda = sign(
  'signs of cauda equina',
  `saddle anaesthesia, saddle anesthesia, saddle numbness, numbness … saddle, saddle area, can't pee, cannot pee, can't urinate, cannot urinate, unable to pass urine, perianal numbness, numbness around … anus, numb … saddle, cauda equina, urinary retention, cannot pass urine, can't pass urine, bowel incontinence, bladder incontinence, faecal incontinence, fecal incontinence, urinary incontinence, lost control of … bladder, lost control of … bowel*, loss of bladder control, loss of bowel control, numbness between … legs`,
  `鞍区麻木, 会阴麻木, 会阴部麻木, 鞍区感觉减退, 马尾综合征, 尿潴留, 大小便失禁, 小便失禁, 大便失禁, 排尿困难, 二便失禁, 解不出小便`,
);
const backOrLegs = sign(
  'back or both legs',
  `back pain, sciatica, leg weakness, bilateral sciatica, both legs, bilateral leg*, lumbar, weak legs, disc prolapse`,
  `腰痛, 腰背痛, 坐骨神经痛, 双下肢无力, 下肢无力, 双腿无力, 腰椎间盘突出, 背痛, 双下肢麻木`,
);
const cord = sign(
  'spinal cord compression',
  `spinal cord compression, cord compression, paraplegi*, parapares*, sensory level, cannot walk … legs, progressive leg weakness, ascending weakness, ascending paralysis`,
  `脊髓压迫, 截瘫, 双下肢瘫痪, 感觉平面, 进行性双下肢无力, 上行性麻痹, 上升性无力, 进行性肢体无力`,
);
const raisedPressure = sign(
  'raised pressure in the head',
  `papilloedema, papilledema, blown pupil, fixed dilated pupil, unequal pupils, dilated pupil, anisocoria, worse on lying down, worse lying down, wakes … headache, projectile vomiting, cushing's response`,
  `视乳头水肿, 视盘水肿, 瞳孔散大, 瞳孔不等大, 双侧瞳孔不等, 喷射性呕吐, 喷射状呕吐, 颅内压增高, 脑疝`,
);
export const neurologicRules: readonly RedFlagRule[] = [
  {
    id: 'neurologic/stroke',
    tier: 'ed-now',
    title: { en: 'Possible stroke', zh: '疑脑卒中' },
    action: {
      en: 'Stroke centre now: note when the patient was last well, measure glucose, CT at once. Thrombolysis and thrombectomy have hours only.',
      zh: '立即送卒中中心：记录最后正常时间，测血糖，尽快 CT。溶栓与取栓的时间窗只有数小时。',
    },
    source: {
      guideline:
        'NICE NG128 Stroke and transient ischaemic attack in over 16s (2019, updated 2022)',
      section: '1.1 Rapid recognition of symptoms and diagnosis',
    },
    when: says(stroke),
  },
  {
    id: 'neurologic/transient-attack',
    tier: 'same-day',
    title: { en: 'Possible transient ischaemic attack', zh: '疑短暂性脑缺血发作' },
    action: {
      en: 'Stroke specialist within 24 hours, antiplatelet at once unless contraindicated: the risk of stroke is highest in the first two days. Any returning sign: emergency department now.',
      zh: '24 小时内由卒中专科评估，无禁忌时立即抗血小板：头两天卒中风险最高。症状再现即送急诊。',
    },
    source: {
      guideline:
        'NICE NG128 Stroke and transient ischaemic attack in over 16s (2019, updated 2022)',
      section: '1.1 Initial management of suspected and confirmed TIA',
    },
    when: any(
      says(
        sign(
          'TIA',
          'tia, transient ischaemic attack, transient ischemic attack, amaurosis fugax',
          '短暂性脑缺血发作, 一过性黑矇, 一过性肢体无力, 一过性言语不清',
        ),
      ),
      all(says(stroke), says(recovered)),
    ),
  },
  {
    id: 'neurologic/thunderclap-headache',
    tier: 'ed-now',
    title: { en: 'Sudden severe headache', zh: '突发剧烈头痛' },
    action: {
      en: 'Emergency department now: non-contrast CT, best within 6 hours. A ruptured aneurysm often bleeds again within a day.',
      zh: '立即送急诊：尽快平扫 CT（最好 6 小时内）。动脉瘤破裂常在一天内再出血。',
    },
    source: {
      guideline:
        'NICE NG228 Subarachnoid haemorrhage caused by a ruptured aneurysm (2022)',
      section: '1.1 Symptoms and diagnosis',
    },
    when: any(says(severeHeadache), all(says(headache), says(suddenOnset))),
  },
  {
    id: 'neurologic/meningitis',
    tier: 'ed-now',
    title: { en: 'Possible meningitis or encephalitis', zh: '疑脑膜炎或脑炎' },
    action: {
      en: 'Emergency department now: antibiotics within an hour of arrival; outside, give benzylpenicillin or ceftriaxone when meningococcal disease is likely, if it does not delay transfer.',
      zh: '立即送急诊：到院 1 小时内用抗生素；疑脑膜炎球菌病时，在不延误转运的前提下院前即给药。',
    },
    source: {
      guideline: 'NICE NG240 Meningitis (bacterial) and meningococcal disease (2024)',
      section: '1.1 Recognising bacterial meningitis and meningococcal disease',
    },
    when: any(
      all(says(fever, headache), says(stiffNeck)),
      all(says(fever), says(headache), says(confusion, seizure)),
    ),
  },
  {
    id: 'neurologic/meningococcal-rash',
    tier: 'ed-now',
    title: { en: 'Fever with a rash that does not blanch', zh: '发热伴压之不褪色皮疹' },
    action: {
      en: 'Emergency department now: meningococcal septicaemia can kill within hours; antibiotics at once.',
      zh: '立即送急诊：脑膜炎球菌败血症可在数小时内致命，立即使用抗生素。',
    },
    source: {
      guideline: 'NICE NG240 Meningitis (bacterial) and meningococcal disease (2024)',
      section:
        '1.1 Recognising meningococcal disease: haemorrhagic, non-blanching rash',
    },
    when: all(says(fever, confusion, headache), says(petechiae)),
  },
  {
    id: 'neurologic/seizure',
    tier: 'ed-now',
    title: {
      en: 'Prolonged, repeated or first seizure',
      zh: '癫痫持续、反复或首次发作',
    },
    action: {
      en: 'Emergency department now: after 5 minutes give a benzodiazepine, measure glucose; the longer a seizure lasts, the harder it is to stop.',
      zh: '立即送急诊：超过 5 分钟给苯二氮䓬类，测血糖；持续越久越难终止。',
    },
    source: {
      guideline: 'NICE NG217 Epilepsies in children, young people and adults (2022)',
      section:
        '7 Treating status epilepticus, repeated or cluster seizures, and prolonged seizures',
    },
    when: any(
      says(longSeizure),
      all(says(seizure), says(unresponsive, fever, confusion)),
    ),
  },
  {
    id: 'neurologic/cauda-equina',
    tier: 'ed-now',
    title: { en: 'Possible cauda equina syndrome', zh: '疑马尾综合征' },
    action: {
      en: 'Emergency department with emergency MRI now: bladder, bowel and sexual function are lost for good when decompression is late.',
      zh: '立即送可急诊 MRI 的医院：减压延误会造成膀胱、直肠和性功能永久丧失。',
    },
    source: {
      guideline:
        'GIRFT Spinal Surgery: National Suspected Cauda Equina Syndrome Pathway (2023)',
      section: 'Red flags and emergency MRI',
    },
    when: all(says(cauda), says(backOrLegs)),
  },
  {
    id: 'neurologic/cord-compression',
    tier: 'ed-now',
    title: {
      en: 'Possible spinal cord compression or ascending paralysis',
      zh: '疑脊髓压迫或上行性麻痹',
    },
    action: {
      en: 'Emergency department now: whole-spine MRI within 24 hours; watch breathing when weakness climbs.',
      zh: '立即送急诊：24 小时内全脊柱 MRI；无力上行者须监测呼吸。',
    },
    source: {
      guideline:
        'NICE NG234 Spinal metastases and metastatic spinal cord compression (2023)',
      section: 'Recognising spinal metastases and MSCC',
    },
    when: says(cord),
  },
  {
    id: 'neurologic/raised-pressure',
    tier: 'ed-now',
    title: { en: 'Signs of raised intracranial pressure', zh: '颅内压增高征象' },
    action: {
      en: 'Emergency department now: CT before any lumbar puncture. A dilating pupil means herniation: minutes count.',
      zh: '立即送急诊：腰穿前先做 CT。瞳孔散大提示脑疝，须争分夺秒。',
    },
    source: {
      guideline:
        'NICE NG127 Suspected neurological conditions: recognition and referral (2019)',
      section: 'Headaches in adults',
    },
    when: all(
      says(raisedPressure),
      says(headache, severeHeadache, confusion, unresponsive),
    ),
  },
  {
    id: 'neurologic/headache-with-deficit',
    tier: 'ed-now',
    title: { en: 'Headache with confusion or seizure', zh: '头痛伴意识障碍或抽搐' },
    action: {
      en: 'Emergency department now: CT. Bleeding, thrombosis, infection and tumour begin this way; reverse anticoagulation when there is blood.',
      zh: '立即送急诊行 CT：出血、静脉窦血栓、感染和肿瘤均可如此起病；有出血者逆转抗凝。',
    },
    source: {
      guideline:
        'Do et al., Red and orange flags for secondary headaches in clinical practice: SNNOOP10 list, Neurology 92(3) (2019)',
      section: 'Neurologic deficit or dysfunction, including decreased consciousness',
    },
    when: all(says(headache), says(confusion, seizure, unresponsive)),
  },
];
