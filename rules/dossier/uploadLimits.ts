/** 20 MB: a scan of an A4 page at 600 dpi fits several times. In bytes. */
export const largestFile = 20 * 1024 * 1024;

/** What is sent again at most after a line was cut, in bytes. */
export const largestChunk = 512 * 1024;
