import type { YAMLError } from "yaml";
import { type Message, say } from "../core/message";
import { type Problem, problem } from "../core/problem";
import type { Span } from "../core/span";

type Back = (offset: number) => number;

/**
 * The first of a cascade of syntax errors, in words for people who write models. None where a slip on
 * the same line has been told already.
 */
export function syntaxProblem(
  text: string,
  errors: readonly YAMLError[],
  back: Back,
  told: readonly Problem[],
): Problem | undefined {
  const first = errors
    .filter(({ code }) => code !== "MULTIPLE_DOCS")
    .reduce<YAMLError | undefined>(
      (least, error) => (least && least.pos[0] <= error.pos[0] ? least : error),
      undefined,
    );
  if (!first) return undefined;
  const from = Math.min(back(first.pos[0]), text.length);
  const to = Math.max(from, Math.min(back(first.pos[1]), text.length));
  if (told.some(({ span }) => span.from <= from && !/[\r\n]/.test(text.slice(span.from, from).trimEnd())))
    return undefined;
  const span = visible(text, { from, to });
  return problem("syntax", span, wordsFor(first, text.slice(span.from, span.to)));
}

/** A second document is found at its `---`. */
export function secondDocument(text: string, errors: readonly YAMLError[], back: Back): Problem | undefined {
  const error = errors.find(({ code }) => code === "MULTIPLE_DOCS");
  if (!error) return undefined;
  const at = text.lastIndexOf("---", back(error.pos[0]));
  const span = at < 0 ? { from: back(error.pos[0]), to: back(error.pos[0]) } : { from: at, to: at + 3 };
  return problem("second-document", span, say`a file holds one model; what stands below is not read`);
}

/** At least one character, and on one line; blanks and the end of the text are told at the word before them. */
function visible(text: string, { from, to }: Span): Span {
  let start = from;
  while (start > 0 && (start >= text.length || /\s/.test(text[start]!))) start--;
  if (start < from) return { from: start, to: start + 1 };
  const line = text.slice(from, to).search(/[\r\n]/);
  return { from, to: Math.max(line < 0 ? to : from + line, from + 1) };
}

function wordsFor({ code, message }: YAMLError, word: string): Message {
  switch (code) {
    case "BAD_INDENT":
      return message.startsWith("Flow")
        ? say`brackets must be closed, further in than the key they belong to`
        : say`this line is not indented like those it belongs to`;
    case "TAB_AS_INDENT":
      return say`lines are indented with spaces; YAML takes no tabs`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return say`a second key cannot stand on the same line without braces`;
    case "BLOCK_IN_FLOW":
      return word.includes(":")
        ? say`a comma or braces are missing: ${word} cannot stand here`
        : say`inside brackets there are no dashes`;
    case "MULTILINE_IMPLICIT_KEY":
      return say`a colon is missing, or this belongs to the line above`;
    case "MISSING_CHAR":
      return missing(message, word);
    case "UNEXPECTED_TOKEN":
      return word.trim() ? say`${word} is not expected here` : say`something is not expected here`;
    case "BAD_SCALAR_START":
      return say`a text that begins with ${word.slice(0, 1)} needs quotes`;
    case "BAD_DQ_ESCAPE":
      return say`${word.slice(0, 2)} means nothing in double quotes; single quotes take it as it is`;
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
    case "MULTIPLE_ANCHORS":
    case "BAD_PROP_ORDER":
      return say`an anchor is written &name before a value, and repeated as *name`;
    case "TAG_RESOLVE_FAILED":
    case "MULTIPLE_TAGS":
    case "BAD_COLLECTION_TYPE":
      return say`${word} is a tag, which means nothing in a model`;
    case "BAD_DIRECTIVE":
      return say`a line that begins with % means nothing in a model`;
    case "KEY_OVER_1024_CHARS":
      return say`this key is too long`;
    default:
      return say`this is not valid YAML`;
  }
}

function missing(message: string, word: string): Message {
  if (message.includes("quote")) return say`a quote is never closed`;
  if (message.includes("Implicit map keys")) return say`a colon is missing behind ${word}`;
  if (message.includes("- indicator")) return say`a dash is missing before ${word}`;
  if (message.includes("space after :")) return say`a space is missing behind the colon`;
  if (message.startsWith("Missing ,")) return say`a comma is missing before ${word}`;
  if (message.startsWith("Comments")) return say`a space is missing before #`;
  return say`something is missing before ${word}`;
}
