import * as v8 from 'node:v8';

/**
 * Settings of the engine, to be made before the work begins: what is compiled already stays as it is. Code is compiled with little of
 * the code that it calls: thousands of files are read within a second, and what is compiled in the background while they are is then
 * ready earlier and takes less of the processors. `youngSpace`: whether the room for young objects may grow.
 */
export function setV8Flags(youngSpace: 'grows' | 'stays'): void {
  v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  v8.setFlagsFromString(`--semi-space-growth-factor=${youngSpace === 'grows' ? 16 : 1}`);
}
