/** @file Where a bug of ours ends: it is shown, and the page can be loaded again. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Language } from '../../app/state.ts';
import { Button } from '../controls/button.tsx';
import { LANGUAGES } from '../strings/use-strings.ts';
import css from './error-boundary.module.css';

interface ErrorBoundaryProps {
  /** Asked when it is needed: the page may break before the settings are read. */
  language(): Language;
  readonly children: ReactNode;
}

interface Caught {
  readonly error: Error | undefined;
  readonly where: string;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, Caught> {
  override state: Caught = { error: undefined, where: '' };

  static getDerivedStateFromError(error: unknown): Partial<Caught> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(_error: Error, info: ErrorInfo): void {
    this.setState({ where: info.componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, where } = this.state;
    if (error === undefined) return this.props.children;
    const { strings } = LANGUAGES[this.props.language()];
    return (
      <main className={css.broken} role="alert">
        <h1>{strings.pageBroke}</h1>
        <p>{strings.pageBrokeText}</p>
        <div>
          <Button look="primary" onClick={() => location.reload()}>
            {strings.reloadPage}
          </Button>
        </div>
        <details>
          <summary>{strings.details}</summary>
          <pre>
            {error.stack ?? error.message}
            {where}
          </pre>
        </details>
      </main>
    );
  }
}
