import type { ParamsValidator } from './params';
import type { Session } from './session';

/** A notification has no answer: one that cannot be understood is logged, and changes nothing. */
export const taking =
  <P>({ isRunning, guard }: Session, name: string, take: (params: P) => void, isValid: ParamsValidator = () => true) =>
  (params: P): void => {
    if (!isRunning()) return;
    guard(
      name,
      () => {
        if (!isValid(params)) throw new TypeError('its parameters are not those of the protocol');
        take(params);
      },
      undefined,
    );
  };
