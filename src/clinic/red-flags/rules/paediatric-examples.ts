/** @file What the rules of infants and children must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const paediatricExamples: ExamplesById = {
  'paediatric/fever-under-3-months': examples(
    {
      fires: '6-week-old with fever 38.4 | Newborn, temperature 38.6',
      silent: '6-week-old, no fever | 4-year-old with fever 38.4',
    },
    {
      fires: '2月龄婴儿，发热38.5℃ | 新生儿发热',
      silent: '2月龄婴儿，无发热 | 5岁，发热38.5℃',
    },
  ),
  'paediatric/seriously-ill': examples(
    {
      fires: '2-year-old, floppy and hard to rouse | Baby with a weak cry, not feeding',
      silent: '2-year-old playing, not floppy | Baby not floppy, no weak cry',
    },
    {
      fires: '患儿1岁，精神差，拒奶 | 婴儿哭声弱，肤色发灰',
      silent: '患儿1岁，无拒奶 | 婴儿无哭声弱、拒奶',
    },
  ),
  'paediatric/breathing': examples(
    {
      fires:
        'Infant grunting with nasal flaring | 2-year-old with intercostal recession',
      silent: 'Infant, no grunting or nasal flaring | Child with no recession',
    },
    {
      fires: '婴儿呻吟，鼻翼扇动 | 患儿2岁，三凹征阳性',
      silent: '婴儿无呻吟、鼻翼扇动 | 患儿2岁，无三凹征',
    },
  ),
  'paediatric/bilious-vomiting': examples(
    {
      fires: '3-day-old with bilious vomiting | Infant vomiting green fluid',
      silent: 'Infant, no bilious vomiting | Baby, denies green vomit',
    },
    {
      fires: '新生儿胆汁样呕吐 | 婴儿呕吐物呈绿色',
      silent: '新生儿无胆汁样呕吐 | 婴儿无绿色呕吐物',
    },
  ),
  'paediatric/intussusception': examples(
    {
      fires:
        '10-month-old drawing up his legs, redcurrant jelly stool | Infant with intussusception on ultrasound',
      silent:
        'Infant, no redcurrant jelly stool | Child: no intussusception on ultrasound',
    },
    {
      fires: '患儿10月龄，阵发性哭闹，果酱样便 | 婴儿肠套叠',
      silent: '婴儿无果酱样便 | 患儿超声未见肠套叠',
    },
  ),
  'paediatric/dehydration': examples(
    {
      fires:
        'Infant with diarrhoea, sunken eyes | 2-year-old vomiting, no wet nappies since yesterday',
      silent:
        'Infant with diarrhoea, no sunken eyes | Child with vomiting, no sunken fontanelle',
    },
    {
      fires: '婴儿腹泻，眼窝凹陷 | 患儿呕吐，尿少，哭时无泪',
      silent: '婴儿腹泻，无眼窝凹陷 | 患儿呕吐，无囟门凹陷',
    },
  ),
  'paediatric/early-jaundice': examples(
    {
      fires: 'Newborn, jaundice within 24 hours of birth | Jaundiced at 12 hours',
      silent: 'No jaundice within 24 hours | No kernicterus',
    },
    {
      fires: '新生儿，生后24小时内黄疸 | 新生儿核黄疸',
      silent: '无核黄疸 | 未出现胆红素脑病',
    },
  ),
  'paediatric/maltreatment': examples(
    {
      fires:
        'Baby with unexplained bruising | Child, history inconsistent with the fracture',
      silent: 'Child, no unexplained bruising | Child, no suspected abuse',
    },
    {
      fires: '患儿不明原因骨折 | 婴儿，伤情与病史不符',
      silent: '患儿无不明原因瘀伤 | 儿童，已排除虐待',
    },
  ),
  'paediatric/fever-and-limp': examples(
    {
      fires:
        '5-year-old with fever, refusing to walk | Child, febrile, not weight bearing',
      silent: '5-year-old with fever, no limp | Child, no fever, no limp',
    },
    {
      fires: '患儿5岁，发热，拒绝行走 | 儿童发热伴跛行',
      silent: '患儿5岁，发热，无跛行 | 儿童，无发热，无跛行',
    },
  ),
  'paediatric/battery': examples(
    {
      fires: 'Toddler swallowed a button battery | Child swallowed two magnets',
      silent: 'No button battery ingested | Denies button battery ingestion',
    },
    {
      fires: '误吞纽扣电池1小时 | 患儿误吞磁珠',
      silent: '未见纽扣电池 | 否认误吞电池',
    },
  ),
};
