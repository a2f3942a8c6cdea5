import { createColors } from 'picocolors';

export type Colors = ReturnType<typeof createColors>;

/** Whether to print colours: the option decides, then FORCE_COLOR, then NO_COLOR; else they are for terminals that show them. */
export function wantsColors(option: boolean | undefined, { isTTY }: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (option !== undefined) return option;
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
