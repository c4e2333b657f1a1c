import { Component } from "react";
import type { ReactNode } from "react";

import { PanelFailed } from "./PanelFailed.tsx";

export interface ErrorBoundaryProps {
  /** Of the card that stands in for the panel. */
  readonly title?: string | undefined;
  readonly heightPx?: number | undefined;
  readonly children: ReactNode;
  /** Before the panel is drawn anew. */
  readonly onRetry?: (() => void) | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

interface ErrorBoundaryState {
  readonly fault: { readonly error: unknown } | null;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { fault: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { fault: { error } };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError?.(error);
  }

  override render() {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    const { title, heightPx, onRetry } = this.props;
    return (
      <PanelFailed
        title={title}
        heightPx={heightPx}
        error={fault.error}
        onRetry={() => {
          onRetry?.();
          this.setState({ fault: null });
        }}
      />
    );
  }
}
