/** @file What the rules of the laboratory must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const laboratoryExamples: ExamplesById = {
  'laboratory/high-potassium': examples(
    {
      fires: 'K+ 6.9 mmol/L, dialysis missed | Potassium of 7.1',
      silent: 'K+ 4.2 mmol/L | Potassium 5.1, repeat in a week',
    },
    { fires: '血钾6.9mmol/L | 钾 7.2', silent: '血钾4.1mmol/L | 血钾5.0' },
  ),
  'laboratory/low-potassium': examples(
    {
      fires: 'Potassium 2.1 mmol/L, weak | K 2.3',
      silent: 'Potassium 3.9 | K+ 3.4 mmol/L',
    },
    {
      fires: '血钾2.1mmol/L，四肢无力 | 血钾低至2.3',
      silent: '血钾3.8mmol/L | 血钾3.3',
    },
  ),
  'laboratory/low-glucose': examples(
    {
      fires: 'Glucose 2.1 mmol/L, sweating | Blood sugar 42 mg/dL',
      silent: 'Glucose 5.6 mmol/L | Blood sugar 110 mg/dL',
    },
    {
      fires: '血糖2.1mmol/L，出冷汗 | 随机血糖 2.5',
      silent: '血糖5.8mmol/L | 血糖7.2',
    },
  ),
  'laboratory/ketoacidosis': examples(
    {
      fires: 'Glucose 24, vomiting, abdominal pain | DKA, ketones 5.2',
      silent: 'Glucose 24, no vomiting, no abdominal pain | No DKA, ketones 0.3',
    },
    {
      fires: '血糖25mmol/L，呕吐，腹痛 | 糖尿病酮症酸中毒',
      silent: '血糖25mmol/L，无呕吐，无腹痛 | 无酮症酸中毒',
    },
  ),
  'laboratory/very-high-glucose': examples(
    {
      fires: 'Glucose 38 mmol/L | Blood glucose 720 mg/dL',
      silent: 'Glucose 12 mmol/L | Blood glucose 180 mg/dL',
    },
    { fires: '血糖38mmol/L | 血糖高达33.5', silent: '血糖12mmol/L | 血糖9.8' },
  ),
  'laboratory/low-sodium': examples(
    {
      fires: 'Sodium 112 | Na 122 mmol/L and a seizure',
      silent: 'Sodium 138 | Na 127, no seizure, not confused',
    },
    {
      fires: '血钠112mmol/L | 血钠122，抽搐',
      silent: '血钠138mmol/L | 血钠127，无抽搐',
    },
  ),
  'laboratory/high-calcium': examples(
    {
      fires: 'Corrected calcium 3.8 mmol/L | Calcium 15 mg/dL, thirsty',
      silent: 'Corrected calcium 2.4 mmol/L | Calcium 9.8 mg/dL',
    },
    { fires: '校正血钙3.8mmol/L | 血钙 4.0', silent: '血钙2.3mmol/L | 血钙2.5' },
  ),
  'laboratory/acidosis': examples(
    { fires: 'Lactate 6.2 | pH 7.05 on the gas', silent: 'Lactate 1.1 | pH 7.41' },
    { fires: '乳酸6.5mmol/L | 血气pH 7.05', silent: '乳酸1.2mmol/L | pH 7.40' },
  ),
  'laboratory/severe-anaemia': examples(
    {
      fires: 'Hb 58 g/L | Haemoglobin 6.1 g/dL',
      silent: 'Hb 128 g/L | Haemoglobin 13.4 g/dL',
    },
    { fires: '血红蛋白58g/L | 血红蛋白 49', silent: '血红蛋白125g/L | 血红蛋白 110' },
  ),
  'laboratory/adrenal-crisis': examples(
    {
      fires:
        "Addison's disease, vomiting and faint | Stopped her prednisolone last week, hypotensive",
      silent: "Addison's disease, no vomiting, well | No adrenal crisis",
    },
    {
      fires: '长期服用泼尼松，自行停药，低血压 | 肾上腺危象',
      silent: '长期服用激素，无呕吐，无发热 | 无肾上腺危象',
    },
  ),
  'laboratory/thyroid-emergency': examples(
    {
      fires: 'Thyroid storm, HR 150 | Myxoedema coma',
      silent: 'No thyroid storm | Thyroid storm was excluded',
    },
    { fires: '甲亢危象 | 黏液性水肿昏迷', silent: '无甲亢危象 | 已排除甲状腺危象' },
  ),
};
