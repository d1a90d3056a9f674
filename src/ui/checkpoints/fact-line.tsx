/** @file A line of a list of facts. */
import type { ReactNode } from 'react';

export function FactLine({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
