/**
 * What reads Python, set up when the first file of it comes: that takes as long as a tenth of a start, and most runs
 * and most windows read none. Nothing here may wait, so it is asked for in the one way that does not.
 */
export const pythonReader = (): typeof import("./python") => require("./python");
