import { describe, expect, test } from 'vitest';
import { checkStage, printStage, type Tolerance } from './stage.ts';

describe('a stage', () => {
  test.each<[tolerance: Tolerance, actual: number[], isOk: boolean]>([
    [{ kind: 'exact' }, [1, 10], true],
    [{ kind: 'exact' }, [1, 10 + 1e-12], false],
    [{ kind: 'abs', limit: 0.5 }, [1.5, 10], true],
    [{ kind: 'abs', limit: 0.5 }, [1.51, 10], false],
    [{ kind: 'rel', limit: 0.1 }, [2, 10], true],
    [{ kind: 'rel', limit: 0.1 }, [2.01, 10], false],
    [{ kind: 'report' }, [1000, -1000], true],
    [{ kind: 'report' }, [1, NaN], false],
    [{ kind: 'report' }, [1], false],
    [{ kind: 'rel', limit: 0.1 }, [1, 10, 0], false],
  ])('that may be off by %o with %o is ok: %s', (tolerance, actual, isOk) => {
    expect(checkStage('stage', actual, [1, 10], tolerance).isOk).toBe(isOk);
  });

  test('of another length says so', () => {
    const stage = checkStage('stage', [1], [1, 10], { kind: 'exact' });
    expect(stage.note).toBe('1 values, not 2');
  });
});

describe('a printed stage', () => {
  const stage = checkStage('logits', [1, 10.5], [1, 10], { kind: 'abs', limit: 1e-4 });

  test('has name, differences, tolerance and verdict in columns', () => {
    expect(printStage(stage).split(/\s{2,}/)).toEqual([
      'logits',
      '5.0e-1',
      '5.0e-2',
      'abs',
      '1.0e-4',
      'FAIL',
    ]);
    expect(printStage({ ...stage, isOk: true })).toMatch(/ {2}ok$/);
  });

  test('ends with its note', () => {
    const note = 'KL 1.0e-3';
    expect(printStage({ ...stage, note })).toMatch(/FAIL {2}KL 1\.0e-3$/);
  });

  test('lines up with others', () => {
    const exact = checkStage('grid', [1], [1], { kind: 'exact' });
    expect(printStage(exact).indexOf('ok')).toBe(printStage(stage).indexOf('FAIL'));
  });
});
