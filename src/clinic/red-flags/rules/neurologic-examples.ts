/** @file What the rules of brain, spine and nerves must see and must not see. */
import { examples, type ExamplesById } from '../example.ts';

export const neurologicExamples: ExamplesById = {
  'neurologic/stroke': examples(
    {
      fires: 'Facial droop and slurred speech for an hour | Sudden right arm weakness',
      silent:
        'No facial droop, no slurred speech | History of stroke, now well for years',
    },
    {
      fires: '口角歪斜、言语不清1小时 | 突发右侧肢体无力',
      silent: '无口角歪斜、言语不清 | 既往脑梗死病史',
    },
  ),
  'neurologic/transient-attack': examples(
    {
      fires: 'TIA this morning | Slurred speech for 10 minutes, fully resolved',
      silent: 'No TIA | Past medical history: TIA',
    },
    {
      fires: '今晨短暂性脑缺血发作 | 今日一过性言语不清',
      silent: '无短暂性脑缺血发作 | 既往短暂性脑缺血发作',
    },
  ),
  'neurologic/thunderclap-headache': examples(
    {
      fires: 'Worst headache of her life | Sudden severe headache during exercise',
      silent: 'No severe headache | Denies sudden headache',
    },
    { fires: '突发剧烈头痛1小时 | 雷击样头痛', silent: '无剧烈头痛 | 否认突发头痛' },
  ),
  'neurologic/meningitis': examples(
    {
      fires:
        'Fever, headache and neck stiffness | Febrile and photophobia with confusion',
      silent:
        'Fever but no neck stiffness or photophobia | No fever, headache or neck stiffness',
    },
    {
      fires: '发热、头痛、颈抵抗 | 高热伴颈项强直',
      silent: '发热，无颈抵抗，无头痛 | 无发热、头痛、颈强直',
    },
  ),
  'neurologic/meningococcal-rash': examples(
    {
      fires: 'Fever with a non-blanching rash | Febrile child, petechiae on the legs',
      silent: 'Fever, rash blanches, no petechiae | No fever, no purpura',
    },
    {
      fires: '发热伴下肢瘀点 | 高热，皮疹压之不褪色',
      silent: '发热，无瘀点瘀斑 | 无发热，未见紫癜',
    },
  ),
  'neurologic/seizure': examples(
    {
      fires: 'Status epilepticus | First seizure today',
      silent: 'No seizure | Epilepsy, no status epilepticus ever',
    },
    {
      fires: '癫痫持续状态 | 首次抽搐，今日发生',
      silent: '无抽搐 | 未出现癫痫持续状态',
    },
  ),
  'neurologic/cauda-equina': examples(
    {
      fires:
        'Back pain with saddle anaesthesia | Bilateral sciatica and cannot pass urine',
      silent:
        'Back pain, no saddle anaesthesia, no urinary retention | Back pain, denies incontinence or perianal numbness',
    },
    {
      fires: '腰痛伴鞍区麻木 | 双下肢无力，尿潴留',
      silent: '腰痛，无鞍区麻木，无大小便失禁 | 腰痛，否认大小便失禁',
    },
  ),
  'neurologic/cord-compression': examples(
    {
      fires:
        'Breast cancer, spinal cord compression on MRI | Ascending weakness over 3 days',
      silent: 'MRI: no cord compression | No paraparesis',
    },
    {
      fires: 'MRI示脊髓压迫 | 进行性双下肢无力，感觉平面T8',
      silent: '未见脊髓压迫 | 无截瘫',
    },
  ),
  'neurologic/raised-pressure': examples(
    {
      fires: 'Headache with papilloedema | Drowsy with unequal pupils',
      silent: 'Headache, no papilloedema | No headache, pupils equal',
    },
    {
      fires: '头痛伴视乳头水肿 | 意识障碍，双侧瞳孔不等大',
      silent: '头痛，未见视乳头水肿 | 无头痛，无喷射性呕吐',
    },
  ),
  'neurologic/headache-with-deficit': examples(
    {
      fires: 'Headache and new confusion | Headache followed by a seizure',
      silent: 'Headache, no confusion | No headache or seizure',
    },
    {
      fires: '头痛伴意识模糊 | 头痛后抽搐',
      silent: '头痛，无意识障碍，无抽搐 | 无头痛、抽搐',
    },
  ),
};
