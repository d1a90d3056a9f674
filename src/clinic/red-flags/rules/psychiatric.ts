/** @file Red flags of the mind: danger to oneself or others. */
import { all, any, says } from '../condition.ts';
import type { RedFlagRule } from '../red-flag.ts';
import { sign } from '../sign.ts';
import { confusion, postpartum, seizure, sweating } from '../signs.ts';

const suicidal = sign(
  'suicidal intent',
  `suicidal, suicide, life is not worth living, life not worth living, life isn't worth living, kill myself, kill himself, kill herself, kill themselves, end my life, end his life, end her life, end their life, want to die, wants to die, wanted to die, wanting to die, wish to be dead, wishes to be dead, wishes he were dead, wishes she were dead, be better off dead, are better off dead, not want to live, does not want to live, doesn't want to live, suicide attempt, suicide note, take … own life, no reason to live, overdose on purpose, ending it all, hang himself, hang herself`,
  `自杀, 想死, 不想活, 轻生, 不想活了, 结束生命, 自杀念头, 自杀意念, 自杀计划, 活着没意思, 活着没有意义, 想结束自己的生命, 遗书, 寻死, 割腕, 跳楼, 上吊, 自缢`,
);
const selfHarm = sign(
  'self-harm',
  `self harm*, cut … wrist*, cutting herself, cutting himself, cutting myself, slashed … wrist*, deliberate self poisoning, overdosed, took an overdose, taken an overdose, intentional overdose`,
  `自残, 自伤, 割腕, 划伤手腕, 自行服药过量, 过量服药, 吞服大量`,
);
const homicidal = sign(
  'danger to others',
  `homicidal, kill … someone, kill my, kill his, kill her, harm … others, hurt … others, hurt … baby, harm … baby, kill … baby, command hallucination*, voices telling, voices … telling … to, violent … hallucinat*, threatening … with … knife`,
  `杀人, 伤害他人, 伤人, 命令性幻听, 命令性幻觉, 伤害孩子, 想杀, 持刀, 伤害婴儿, 杀害, 声音命令`,
);
const psychosis = sign(
  'psychosis',
  `psychosis, psychotic, delusion*, hallucinat*, hearing voices, mania, manic, paranoid`,
  `精神病性症状, 幻觉, 幻听, 妄想, 躁狂, 被害妄想, 言语紊乱`,
);
const withdrawal = sign(
  'withdrawal',
  `alcohol withdrawal, delirium tremens, stopped drinking, dts, stopped … alcohol, benzodiazepine withdrawal, last drink`,
  `戒断, 酒精戒断, 震颤谵妄, 停酒后, 停止饮酒, 戒酒后, 停饮`,
);
const shaking = sign(
  'tremor',
  'tremor*, tremulous, agitat*, hallucinat*, shaking',
  '震颤, 手抖, 激越, 躁动, 幻觉, 发抖',
);
const catatonia = sign(
  'malignant reaction to drugs',
  `neuroleptic malignant, serotonin syndrome, serotonin toxicity, malignant catatonia, lead pipe rigidity, malignant hyperthermia`,
  `恶性综合征, 5-羟色胺综合征, 血清素综合征, 恶性紧张症, 铅管样强直, 恶性高热`,
);

export const psychiatricRules: readonly RedFlagRule[] = [
  {
    id: 'psychiatric/suicide',
    tier: 'ed-now',
    title: { en: 'Suicidal intent or self-harm', zh: '自杀意念或自伤' },
    action: {
      en: 'Do not leave the patient alone; remove means; emergency department or crisis team now. Ask plainly about plan, means and time: asking does no harm. Treat any overdose first.',
      zh: '不要让患者独处，移除自杀工具；立即送急诊或联系危机干预团队。直接询问计划、方式和时间：询问不会增加风险。服药过量者先行处理。',
    },
    source: {
      guideline:
        'NICE NG225 Self-harm: assessment, management and preventing recurrence (2022)',
      section: 'Assessment and care by healthcare professionals',
    },
    when: says(suicidal, selfHarm),
  },
  {
    id: 'psychiatric/danger-to-others',
    tier: 'ed-now',
    title: { en: 'Danger to others', zh: '伤害他人的危险' },
    action: {
      en: 'Emergency psychiatric assessment now; keep others safe, call security or police when violence is near. Exclude delirium, drugs and low glucose.',
      zh: '立即急诊精神科评估；确保他人安全，有暴力可能时呼叫保安或警察。排除谵妄、药物和低血糖。',
    },
    source: {
      guideline: 'NICE NG10 Violence and aggression (2015)',
      section: 'Managing violence and aggression in emergency departments',
    },
    when: says(homicidal),
  },
  {
    id: 'psychiatric/postpartum-psychosis',
    tier: 'ed-now',
    title: { en: 'Possible postpartum psychosis', zh: '疑产后精神病' },
    action: {
      en: 'Specialist perinatal assessment within 4 hours; mother and baby are not left alone: it worsens within hours.',
      zh: '4 小时内由围产期精神专科评估，母婴不得独处：病情可在数小时内恶化。',
    },
    source: {
      guideline:
        'NICE CG192 Antenatal and postnatal mental health (2014, updated 2020)',
      section:
        'Recognition and referral: sudden onset of symptoms suggesting postpartum psychosis',
    },
    when: all(says(postpartum), says(psychosis, homicidal, confusion)),
  },
  {
    id: 'psychiatric/withdrawal-delirium',
    tier: 'ed-now',
    title: { en: 'Severe alcohol or sedative withdrawal', zh: '重度酒精或镇静药戒断' },
    action: {
      en: 'Emergency department now: benzodiazepines, thiamine before glucose; untreated delirium tremens kills.',
      zh: '立即送急诊：苯二氮䓬类，先维生素 B1 后葡萄糖；未治疗的震颤谵妄可致死。',
    },
    source: {
      guideline:
        'NICE CG100 Alcohol-use disorders: diagnosis and management of physical complications (2010, updated 2017)',
      section: '1.1 Acute alcohol withdrawal',
    },
    when: any(
      all(says(withdrawal), says(confusion, seizure, shaking, sweating)),
      says(sign('delirium tremens', 'delirium tremens', '震颤谵妄')),
    ),
  },
  {
    id: 'psychiatric/malignant-drug-reaction',
    tier: 'ed-now',
    title: {
      en: 'Malignant syndrome or serotonin toxicity',
      zh: '恶性综合征或血清素综合征',
    },
    action: {
      en: 'Stop the drug; emergency department with intensive care now: cooling, fluids, creatine kinase and potassium.',
      zh: '停用可疑药物，立即送有重症监护的急诊：降温、补液，查肌酸激酶与血钾。',
    },
    source: {
      guideline: 'BAP Guidelines on the management of catatonia (2023)',
      section: 'Neuroleptic malignant syndrome',
    },
    when: says(catatonia),
  },
];
