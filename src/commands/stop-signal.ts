/** Ctrl+C, and the polite request to end that supervisors send, as one signal for what has to tidy up. */

/** Fires when this process is asked to end; asked twice, the process ends at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      controller.abort();
    });
  }
  return controller.signal;
}
