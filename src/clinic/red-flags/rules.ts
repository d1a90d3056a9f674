/** @file All rules, group by group. */
import type { RedFlagRule } from './red-flag.ts';
import { abdominalRules } from './rules/abdominal.ts';
import { airwayRules } from './rules/airway.ts';
import { cardiacRules } from './rules/cardiac.ts';
import { eyeRules } from './rules/eye.ts';
import { injuryRules } from './rules/injury.ts';
import { laboratoryRules } from './rules/laboratory.ts';
import { neurologicRules } from './rules/neurologic.ts';
import { obstetricRules } from './rules/obstetric.ts';
import { paediatricRules } from './rules/paediatric.ts';
import { psychiatricRules } from './rules/psychiatric.ts';
import { respiratoryRules } from './rules/respiratory.ts';
import { sepsisRules } from './rules/sepsis.ts';
import { toxicRules } from './rules/toxic.ts';
import { vascularRules } from './rules/vascular.ts';
import { vitalRules } from './rules/vital.ts';

export const RED_FLAG_RULES: readonly RedFlagRule[] = [
  ...vitalRules,
  ...cardiacRules,
  ...vascularRules,
  ...airwayRules,
  ...respiratoryRules,
  ...neurologicRules,
  ...sepsisRules,
  ...abdominalRules,
  ...obstetricRules,
  ...paediatricRules,
  ...laboratoryRules,
  ...psychiatricRules,
  ...eyeRules,
  ...injuryRules,
  ...toxicRules,
];
