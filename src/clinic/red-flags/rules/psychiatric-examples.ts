/** @file What the rules of the mind must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const psychiatricExamples: ExamplesById = {
  'psychiatric/suicide': examples(
    {
      fires: 'She says she wants to die | Suicidal with a plan to hang himself',
      silent: 'No suicidal thoughts | Denies suicidal ideation or self-harm',
    },
    {
      fires: '患者诉不想活了 | 有自杀念头和计划',
      silent: '无自杀念头 | 否认自杀意念、自伤',
    },
  ),
  'psychiatric/danger-to-others': examples(
    {
      fires: 'Voices telling him to hurt others | Homicidal, threatening neighbours',
      silent: 'No homicidal ideation | Denies homicidal thoughts',
    },
    {
      fires: '命令性幻听，想伤害他人 | 持刀威胁邻居',
      silent: '无伤人行为 | 否认伤害他人想法',
    },
  ),
  'psychiatric/postpartum-psychosis': examples(
    {
      fires:
        'Postpartum day 6, hearing voices and delusions | Gave birth last week, manic and confused',
      silent:
        'Postpartum, no hallucinations or delusions | Postpartum, denies hearing voices',
    },
    {
      fires: '产后6天，幻听、妄想 | 产后一周，躁狂，言语紊乱',
      silent: '产后6天，无幻觉、妄想 | 产后，否认幻听',
    },
  ),
  'psychiatric/withdrawal-delirium': examples(
    {
      fires:
        'Stopped drinking 2 days ago, tremor and hallucinations | Delirium tremens',
      silent:
        'Stopped drinking 2 days ago, no tremor, no seizure | No delirium tremens',
    },
    {
      fires: '停酒后2天，震颤、幻觉 | 震颤谵妄',
      silent: '停酒后2天，无震颤 | 无震颤谵妄',
    },
  ),
  'psychiatric/malignant-drug-reaction': examples(
    {
      fires:
        'Haloperidol started, lead-pipe rigidity and fever | Serotonin syndrome after tramadol',
      silent: 'No serotonin syndrome | Neuroleptic malignant syndrome was ruled out',
    },
    {
      fires: '用氟哌啶醇后铅管样强直，高热 | 5-羟色胺综合征',
      silent: '无恶性综合征 | 已排除恶性综合征',
    },
  ),
};
