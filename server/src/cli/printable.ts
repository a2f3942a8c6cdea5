/**
 * What a terminal would act on, or show in another order than it stands: control characters, among them those that begin an escape
 * sequence, and the marks of bidirectional and of invisible text.
 */
const ACTED_ON = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Text from a file, or a file's name, as a terminal may have it: such characters are told by their codes. */
export const printable = (text: string): string => text.replace(ACTED_ON, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
