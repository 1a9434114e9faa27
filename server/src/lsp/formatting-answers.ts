import {
  type Connection,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type ServerCapabilities,
} from "vscode-languageserver";
import { formatting } from "../features/formatting";
import { aboutModels } from "./about";
import type { Client } from "./client";
import type { Documents } from "./documents";
import { reasonOf } from "./guard";
import { pathOf } from "./uri";

/** A client that can be told of formatting later is told of it for models alone. */
export const formattingCapabilities = ({ registersFormatting, leaves }: Client): ServerCapabilities => {
  const isLeft = leaves("a.yaml", "formatting") && leaves("a.json", "formatting");
  return registersFormatting || isLeft
    ? {}
    : { documentFormattingProvider: true, documentRangeFormattingProvider: true };
};

/** The text of a model with its blanks in order; of any other file nothing, nor where another extension does that. */
export function answerFormatting(connection: Connection, client: Client, documents: Documents): void {
  const on = aboutModels(connection, documents);
  connection.onDocumentFormatting(
    on("formatting", null, (model, { options }, { uri }) =>
      client.leaves(uri, "formatting") ? null : formatting(model, options),
    ),
  );
  connection.onDocumentRangeFormatting(
    on("formatting of a range", null, (model, { options, range }, { uri }) =>
      client.leaves(uri, "formatting") ? null : formatting(model, options, range),
    ),
  );
}

export interface Formatters {
  /** A document turns out to be a model. */
  found(uri: string): void;
  closed(uri: string): void;
}

/**
 * An editor that hears of two formatters for a file asks which one is meant. So this one is known for what is a model,
 * and not for all files of the language.
 */
export function formatters(connection: Connection, client: Client): Formatters {
  const known = new Map<string, Promise<{ dispose(): void } | undefined>>();
  return {
    found(uri) {
      if (!client.registersFormatting || known.has(uri) || client.leaves(uri, "formatting")) return;
      known.set(uri, register(connection, uri));
    },
    closed(uri) {
      const registered = known.get(uri);
      known.delete(uri);
      registered?.then((formatter) => formatter?.dispose());
    },
  };
}

async function register({ client, console }: Connection, uri: string): Promise<{ dispose(): void } | undefined> {
  const documentSelector = [selecting(uri)];
  try {
    const registered = await Promise.all([
      client.register(DocumentFormattingRequest.type, { documentSelector }),
      client.register(DocumentRangeFormattingRequest.type, { documentSelector }),
    ]);
    return { dispose: () => registered.forEach((one) => one.dispose()) };
  } catch (error) {
    console.warn(`${uri} is not formatted: ${reasonOf(error)}`);
    return undefined;
  }
}

/** One file, by its path without the drive; characters that would mean something in a pattern are any. */
function selecting(uri: string): { readonly scheme: string; readonly pattern: string } {
  const path = pathOf(uri).slice(uri.indexOf(":") + 1);
  const bare = path.replace(/^\/\/[^/]*/, "").replace(/^\/?(?:[A-Za-z]:)?\/?/, "");
  return { scheme: uri.slice(0, uri.indexOf(":")), pattern: `**/${bare.replace(/[*?[\]{}!]/g, "?")}` };
}
