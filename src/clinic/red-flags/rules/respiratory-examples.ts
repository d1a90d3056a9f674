/** @file What the rules of the lungs must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const respiratoryExamples: ExamplesById = {
  'respiratory/life-threatening-asthma': examples(
    {
      fires: 'Asthma attack, cannot complete sentences | Acute asthma, SpO2 90%',
      silent: 'Asthma well controlled, SpO2 98% | No wheeze, not exhausted',
    },
    {
      fires: '哮喘急性发作，不能成句 | 哮喘发作，血氧89%',
      silent: '哮喘控制良好，血氧98% | 无哮喘，无发绀',
    },
  ),
  'respiratory/pneumothorax': examples(
    {
      fires:
        'Tall thin man, sudden chest pain, pneumothorax on film | Tension pneumothorax',
      silent: 'No pneumothorax on the film | Pneumothorax was excluded',
    },
    {
      fires: '突发胸痛，胸片示右侧气胸 | 张力性气胸',
      silent: '胸片未见气胸 | 已排除气胸',
    },
  ),
  'respiratory/massive-haemoptysis': examples(
    {
      fires: 'Massive haemoptysis since this morning | Coughing up clots',
      silent: 'No massive haemoptysis | Denies coughing up clots',
    },
    { fires: '大咯血约300ml | 咯血不止', silent: '无大咯血 | 否认大咯血' },
  ),
  'respiratory/cannot-breathe': examples(
    {
      fires: "I can't breathe and my lips are swelling | Gasping, sitting upright",
      silent: 'No severe shortness of breath | Denies air hunger',
    },
    {
      fires: '患者端坐呼吸，喘不上气 | 突发严重呼吸困难',
      silent: '无呼吸困难 | 否认端坐呼吸',
    },
  ),
  'respiratory/failure': examples(
    {
      fires:
        'Type 2 respiratory failure on blood gas | COPD with CO2 retention, drowsy',
      silent: 'No respiratory failure | Blood gas: no hypercapnia',
    },
    {
      fires: '血气示II型呼衰 | 慢阻肺，二氧化碳潴留，嗜睡',
      silent: '无呼吸衰竭 | 血气未见二氧化碳潴留',
    },
  ),
};
