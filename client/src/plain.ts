/** VS Code draws `$(name)` in a status as an icon; text that stems from a file is shown as it is written there. */
export const plain = (text: string): string => text.replace(/\$\(/g, '\\$(');
