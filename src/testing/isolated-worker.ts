/** @file A worker that says whether it is cross-origin isolated. */
postMessage(crossOriginIsolated);
