const isBrokenPipe = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'EPIPE';

/**
 * A bug that nothing caught is reported, and the server goes on: on a laptop in a meeting room nobody would start it
 * again, and what counts is in the log, from which a workshop in doubt reads itself anew.
 */
export function outliveFaults(report: (fault: unknown) => void): void {
  const outlive = (fault: unknown): void => {
    // The terminal was closed, or `| head` has seen enough: saying so would fail the same way, for ever.
    if (!isBrokenPipe(fault)) report(fault);
  };
  process.on('uncaughtException', outlive);
  process.on('unhandledRejection', outlive);
}
