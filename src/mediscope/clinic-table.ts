/** @file The clinic: its departments and all their conditions. */
import { must } from '../base/assert.ts';
import type { Condition } from './condition.ts';
import { CARDIOLOGY } from './departments/cardiology.ts';
import { DERMATOLOGY } from './departments/dermatology.ts';
import { ENDOCRINOLOGY } from './departments/endocrinology.ts';
import { ENT } from './departments/ent.ts';
import { GASTROENTEROLOGY } from './departments/gastroenterology.ts';
import { GYNAECOLOGY } from './departments/gynaecology.ts';
import { HAEMATOLOGY } from './departments/haematology.ts';
import { INFECTIOUS_DISEASES } from './departments/infectious-diseases.ts';
import { NEPHROLOGY_UROLOGY } from './departments/nephrology-urology.ts';
import { NEUROLOGY } from './departments/neurology.ts';
import { OPHTHALMOLOGY } from './departments/ophthalmology.ts';
import { PAEDIATRICS } from './departments/paediatrics.ts';
import { PSYCHIATRY } from './departments/psychiatry.ts';
import { RESPIRATORY } from './departments/respiratory.ts';
import { RHEUMATOLOGY } from './departments/rheumatology.ts';
import type { Words } from './language.ts';
import { PRESENTATION_IDS, type PresentationId } from './presentations.ts';

export const DEPARTMENTS = {
  cardiology: CARDIOLOGY,
  respiratory: RESPIRATORY,
  gastroenterology: GASTROENTEROLOGY,
  neurology: NEUROLOGY,
  dermatology: DERMATOLOGY,
  ophthalmology: OPHTHALMOLOGY,
  ent: ENT,
  endocrinology: ENDOCRINOLOGY,
  'nephrology-urology': NEPHROLOGY_UROLOGY,
  haematology: HAEMATOLOGY,
  rheumatology: RHEUMATOLOGY,
  gynaecology: GYNAECOLOGY,
  paediatrics: PAEDIATRICS,
  psychiatry: PSYCHIATRY,
  'infectious-diseases': INFECTIOUS_DISEASES,
} as const;

export type DepartmentId = keyof typeof DEPARTMENTS;

export type ConditionId = {
  [D in DepartmentId]: keyof (typeof DEPARTMENTS)[D]['conditions'];
}[DepartmentId];

/** A condition and where it belongs. */
export interface PlacedCondition extends Condition {
  readonly id: ConditionId;
  readonly department: DepartmentId;
}

/** Every condition, in the order of the departments. */
export const CONDITIONS: readonly PlacedCondition[] = Object.entries(
  DEPARTMENTS,
).flatMap(([department, { conditions }]) =>
  Object.entries<Condition>(conditions).map(([id, condition]) => ({
    ...condition,
    id: id as ConditionId,
    department: department as DepartmentId,
  })),
);

const BY_ID = new Map<string, PlacedCondition>(
  CONDITIONS.map((condition) => [condition.id, condition]),
);

export function conditionOf(id: ConditionId): PlacedCondition {
  return must(BY_ID.get(id), `every ConditionId has its condition, ${id} too`);
}

/** The condition of that id; undefined for words that are none. */
export function findCondition(id: string): PlacedCondition | undefined {
  return BY_ID.get(id);
}

export function departmentName(id: DepartmentId): Words {
  return DEPARTMENTS[id].name;
}

/** All conditions that come with the same presentation. */
export function neighboursIn(presentation: PresentationId): readonly PlacedCondition[] {
  return must(BY_PRESENTATION.get(presentation), 'every presentation has conditions');
}

const BY_PRESENTATION = new Map<PresentationId, readonly PlacedCondition[]>(
  PRESENTATION_IDS.map((id) => [
    id,
    CONDITIONS.filter(({ presentation }) => presentation === id),
  ]),
);
