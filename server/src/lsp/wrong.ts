import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { type Message, render } from "../core/message";
import type { Voice } from "../core/voice";

/** What a client is told whose command cannot be run as it was given. */
export const wrong = (message: Message, voice: Voice): ResponseError =>
  new ResponseError(ErrorCodes.InvalidParams, render(message, voice));
